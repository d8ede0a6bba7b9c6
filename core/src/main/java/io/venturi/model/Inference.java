package io.venturi.model;

import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.Network;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.WorkspaceMemory;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Runs rows through a network, in blocks of a fixed size, on as many threads as there are blocks
 * and processors. Where a row stands in its block can change its last bits; the number of threads
 * cannot.
 *
 * @param <W> the network's workspace
 */
final class Inference<W extends NetworkWorkspace> {

  private static final int MOST_ROWS = 256;

  /** Values that a block's widest layer may have, at most, if it has more than one row. */
  private static final int MOST_VALUES = 1 << 22;

  /** Where a pass starts or ends. */
  enum Place {
    INPUT,
    CODE,
    OUTPUT
  }

  private final Network<W> network;
  private final int blockRows;
  private final Queue<W> idle = new ConcurrentLinkedQueue<>();

  Inference(Network<W> network) {
    this.network = network;
    this.blockRows = blockRows(network.description());
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

  /**
   * Takes rows from one place to another.
   *
   * @param rows (n, values at {@code from})
   * @return (n, values at {@code to})
   */
  float[][] run(float[][] rows, Place from, Place to) {
    float[][] results = new float[rows.length][width(to)];
    int blocks = (int) (((long) rows.length + blockRows - 1) / blockRows);
    IntStream blockNumbers = IntStream.range(0, blocks);
    (blocks > 1 ? blockNumbers.parallel() : blockNumbers)
        .forEach(
            block ->
                network
                    .parameters()
                    .read(
                        () -> {
                          withWorkspace(w -> block(w, rows, results, block * blockRows, from, to));
                          return results;
                        }));
    return results;
  }

  int width(Place place) {
    NetworkDescription description = network.description();
    return place == Place.CODE ? description.codeSize() : description.inputs();
  }

  private void withWorkspace(Consumer<W> work) {
    W workspace = idle.poll();
    if (workspace == null) {
      NetworkDescription description = network.description();
      workspace =
          network.workspace(
              WorkspaceMemory.forInference(
                  blockRows, description.inputs(), description.codeSize()));
    }
    try {
      work.accept(workspace);
    } finally {
      idle.add(workspace);
    }
  }

  /**
   * Frees the workspaces, when the parameters are closed: those who use one read the parameters, so
   * by then all are idle and nobody takes one any more.
   */
  void release() {
    for (W workspace = idle.poll(); workspace != null; workspace = idle.poll()) {
      workspace.release();
    }
  }

  private void block(W w, float[][] rows, float[][] results, int first, Place from, Place to) {
    int count = Math.min(blockRows, rows.length - first);
    w.rows(count);
    Tensor start = from == Place.INPUT ? w.input.value() : w.latent.value();
    for (int r = 0; r < count; r++) {
      start.write(r * start.columns(), rows[first + r], start.columns());
    }
    if (from == Place.INPUT) {
      network.encode(w);
    }
    if (to == Place.OUTPUT) {
      network.decode(w);
      activateOutput(w);
    }
    Tensor end = to == Place.CODE ? w.code().value() : w.output().value();
    for (int r = 0; r < count; r++) {
      end.read(r * end.columns(), results[first + r], end.columns());
    }
  }

  /** The network leaves its output before the activation, for the sake of fused losses. */
  private void activateOutput(W w) {
    if (network.outputActivation().isIdentity()) {
      return;
    }
    Tensor output = w.output().value();
    int width = output.columns();
    int step = Tiles.rows(width);
    float[] tile = w.tile(0);
    for (int row = 0; row < w.rows(); row += step) {
      int rows = Math.min(step, w.rows() - row);
      output.read(row * width, tile, rows * width);
      network.outputActivation().apply(tile, rows, width);
      output.write(row * width, tile, rows * width);
    }
  }
}
