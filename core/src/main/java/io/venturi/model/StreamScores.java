package io.venturi.model;

import io.venturi.data.DataChecks;
import io.venturi.data.RowStream;
import io.venturi.data.Scaling;
import io.venturi.data.ValueRange;
import io.venturi.error.DataException;
import io.venturi.error.Message;
import io.venturi.model.ForwardPass.Place;
import io.venturi.spi.NetworkDescription;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Scores the rows of a stream, as many at a time as keep the processors busy. What is read at a
 * time is whole blocks, so that a row's bits are those that it has in memory.
 */
final class StreamScores {

  /** Values read at a time, at most, unless a block has more. */
  private static final int MOST_VALUES = 1 << 24;

  private static final int MOST_BLOCKS = 64;

  /** What is done with rows' errors, in their order. */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes the error of one row.
     *
     * @param squaredError the sum over the row's features, in scaled units
     */
    void take(long row, double squaredError);
  }

  private final Blocks<?> blocks;
  private final RowStream stream;
  private final String name;
  private final String model;
  private final @Nullable Scaling scaling;
  private final int width;
  private final int blockRows;

  StreamScores(ForwardPass<?> pass, Blocks<?> blocks, RowStream stream) {
    NetworkDescription network = pass.description();
    this.blocks = blocks;
    this.stream = stream;
    this.name = stream.name();
    this.model = network.simpleName();
    this.scaling = pass.scaling();
    this.width = pass.width(Place.INPUT);
    this.blockRows = Blocks.blockRows(network);
  }

  /**
   * Goes through all rows.
   *
   * @return how many there were
   */
  long run(Sink sink) {
    try (RowStream.Cursor cursor = reading(stream::open)) {
      int[] shape = reading(cursor::shape);
      DataChecks.requireWidth(
          name, Arrays.stream(shape).reduce(1, Math::multiplyExact), width, model);
      int rows = blockRows * Math.max(1, Math.min(MOST_BLOCKS, MOST_VALUES / width / blockRows));
      float[] values = new float[rows * width];
      double[] errors = new double[rows];
      long done = 0;
      int count = rows;
      while (count == rows) {
        count = fill(cursor, values, rows, done);
        blocks.squaredErrors(
            count,
            (first, n, tile) -> System.arraycopy(values, first * width, tile, 0, n * width),
            errors);
        for (int row = 0; row < count; row++) {
          sink.take(done + row, errors[row]);
        }
        done += count;
      }
      requireSize(done);
      return done;
    }
  }

  /**
   * Reads and checks the next rows.
   *
   * @return how many; fewer than {@code rows} only at the end
   */
  private int fill(RowStream.Cursor cursor, float[] values, int rows, long done) {
    int filled = 0;
    while (filled < rows) {
      if (Thread.currentThread().isInterrupted()) {
        throw new DataException(Message.READ_FAILED, name, "the thread was interrupted");
      }
      int start = filled * width;
      int wanted = rows - filled;
      int count = reading(() -> cursor.read(values, start, wanted));
      if (count < 0 || count > wanted) {
        throw new IllegalStateException(
            name + " gave " + count + " rows when it was asked for " + wanted);
      }
      if (count == 0) {
        break;
      }
      check(cursor, values, start, count, done + filled);
      filled += count;
    }
    return filled;
  }

  private void check(RowStream.Cursor cursor, float[] values, int start, int count, long firstRow) {
    Scaling by = scaling;
    for (int row = 0; row < count; row++) {
      for (int i = 0; i < width; i++) {
        float raw = values[start + row * width + i];
        if (!(Float.isFinite(raw) && (by == null || Float.isFinite(by.apply(i, raw))))) {
          String place = cursor.place(row, i);
          String where = place.isEmpty() ? name : name + " (" + place + ")";
          throw by == null
              ? ValueRange.FINITE.outside(where, firstRow + row, i, raw)
              : ValueRange.FINITE.outside(where, firstRow + row, i, raw, by);
        }
      }
    }
  }

  private void requireSize(long rows) {
    if (rows == 0) {
      throw new DataException(Message.NO_ROWS, name);
    }
    if (stream.size().isPresent() && stream.size().getAsLong() != rows) {
      throw new DataException(Message.STREAM_SIZE, name, rows, stream.size().getAsLong());
    }
  }

  /** What the stream throws is a fault of the data; what the sink throws is not. */
  private <T> T reading(Supplier<T> step) {
    try {
      return step.get();
    } catch (DataException e) {
      throw e;
    } catch (UncheckedIOException e) {
      throw new DataException(
          e, Message.READ_FAILED, name, Objects.requireNonNullElse(e.getCause(), e));
    } catch (RuntimeException e) {
      throw new DataException(e, Message.READ_FAILED, name, e);
    }
  }
}
