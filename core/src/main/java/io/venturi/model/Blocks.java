package io.venturi.model;

import io.venturi.kernel.Tiles;
import io.venturi.model.ForwardPass.Place;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.NetworkWorkspace;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs many rows through a network, in blocks of a fixed size, on as many threads as there are
 * blocks and processors. Where a row stands in its block can change its last bits; the number of
 * threads cannot.
 *
 * @param <W> the network's workspace
 */
final class Blocks<W extends NetworkWorkspace> {

  private static final int MOST_ROWS = 256;

  /** Values that a block's widest layer may have, at most, if it has more than one row. */
  private static final int MOST_VALUES = 1 << 22;

  /** How many rows to have in memory where all may be too many: whole blocks of any model. */
  static int rowsAtOnce(int width) {
    return MOST_ROWS * Math.max(1, MOST_VALUES / MOST_ROWS / width);
  }

  /** Where rows come from. */
  @FunctionalInterface
  interface Source {
    /** Copies {@code count} rows from number {@code first} on to the start of the tile. */
    void read(int first, int count, float[] tile);

    /** An array that has all rows, one after another; null if there is none. */
    default float @Nullable [] array() {
      return null;
    }
  }

  /** Where rows go. */
  @FunctionalInterface
  interface Sink {
    /** Copies {@code count} rows from the start of the tile to number {@code first} and on. */
    void write(int first, int count, float[] tile);
  }

  /** What is done with a block's workspace after its pass. */
  @FunctionalInterface
  interface End<W> {
    void of(W w, int first, int count);
  }

  private final ForwardPass<W> pass;
  private final int blockRows;
  private final Queue<W> idle = new ConcurrentLinkedQueue<>();

  Blocks(ForwardPass<W> pass) {
    this.pass = pass;
    this.blockRows = blockRows(pass.description());
  }

  /**
   * From the model alone: results must not depend on the machine, or on how many rows there are.
   */
  static int blockRows(NetworkDescription network) {
    int widest = network.inputs();
    for (LayerDescription layer : network.layers()) {
      widest = Math.max(widest, layer.outputs());
    }
    return Math.max(1, Math.min(MOST_ROWS, MOST_VALUES / widest));
  }

  /** Takes {@code rows} rows from one place to another. */
  void run(int rows, Place from, Place to, Source source, Sink sink) {
    eachBlock(
        rows,
        from,
        to,
        source,
        (w, first, count) -> {
          int step = Tiles.rows(pass.width(to));
          float[] tile = w.tile(0);
          for (int row = 0; row < count; row += step) {
            int n = Math.min(step, count - row);
            pass.take(w, to, tile, row, n);
            sink.write(first + row, n, tile);
          }
        });
  }

  /** Writes each row's sum of squared errors, in scaled units. */
  void squaredErrors(int rows, Source source, double[] errors) {
    eachBlock(
        rows,
        Place.INPUT,
        Place.OUTPUT,
        source,
        (w, first, count) -> {
          for (int row = 0; row < count; row++) {
            errors[first + row] = pass.squaredError(w, row);
          }
        });
  }

  /**
   * The whole call is one use of the parameters: a close waits for its last block. So blocks do not
   * throw, which would let this return while others are still at work, but leave what went wrong.
   */
  void eachBlock(int rows, Place from, Place to, Source source, End<W> end) {
    int blocks = (int) (((long) rows + blockRows - 1) / blockRows);
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    IntConsumer work =
        number -> {
          if (failure.get() != null) {
            return;
          }
          try {
            int first = number * blockRows;
            block(first, Math.min(blockRows, rows - first), from, to, source, end);
          } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
          }
        };
    pass.parameters().enter();
    try {
      IntStream numbers = IntStream.range(0, blocks);
      (blocks > 1 ? numbers.parallel() : numbers).forEach(work);
    } finally {
      pass.parameters().leave();
    }
    rethrow(failure.get());
  }

  private static void rethrow(@Nullable Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
  }

  private void block(int first, int count, Place from, Place to, Source source, End<W> end) {
    W polled = idle.poll();
    W w = polled == null ? pass.workspace(blockRows) : polled;
    try {
      w.rows(count);
      put(w, first, count, from, source);
      pass.run(w, from, to);
      end.of(w, first, count);
    } finally {
      idle.add(w);
    }
  }

  private void put(W w, int first, int count, Place from, Source source) {
    float[] array = source.array();
    if (array != null && pass.takesUnchanged(from)) {
      pass.putUnchanged(w, from, array, first, count);
      return;
    }
    int step = Tiles.rows(pass.width(from));
    float[] tile = w.tile(0);
    for (int row = 0; row < count; row += step) {
      int n = Math.min(step, count - row);
      source.read(first + row, n, tile);
      pass.put(w, from, tile, row, n);
    }
  }

  /**
   * Frees the workspaces, when the parameters are closed: those who use one are counted there, so
   * by then all are idle and nobody takes one any more.
   */
  void release() {
    for (W w = idle.poll(); w != null; w = idle.poll()) {
      w.release();
    }
  }
}
