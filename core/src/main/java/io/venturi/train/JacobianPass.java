package io.venturi.train;

import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.spi.JacobianPenalty;
import io.venturi.spi.Network;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.StepSeeds;

/**
 * Evaluates the penalties on the encoder's Jacobian on one shard, whose rows have been encoded: for
 * every direction one pass from the code to the input and one back in training, which adds their
 * gradients.
 */
final class JacobianPass<W extends NetworkWorkspace> {

  private final Network<W> network;
  private final W workspace;
  private final JacobianPenalty[] penalties;
  private final HookContext[] contexts;
  private final int firstRow;

  /** Of each penalty, the sum over the shard's rows. */
  final double[] values;

  JacobianPass(Network<W> network, W workspace, JacobianPenalty[] penalties, int firstRow) {
    this.network = network;
    this.workspace = workspace;
    this.penalties = penalties;
    this.firstRow = firstRow;
    this.values = new double[penalties.length];
    this.contexts = new HookContext[penalties.length];
    for (int hook = 0; hook < contexts.length; hook++) {
      contexts[hook] = new HookContext(StepSeeds.JACOBIANS + hook);
    }
  }

  void take(Moment moment) {
    for (HookContext context : contexts) {
      context.take(moment);
    }
  }

  /**
   * Evaluates the penalties and, in training, adds their gradients to the workspace's.
   *
   * @param scale 1 / (rows of the batch)
   */
  void run(float scale) {
    int codes = workspace.latent.value().columns();
    for (int hook = 0; hook < penalties.length; hook++) {
      values[hook] = 0;
      JacobianPenalty penalty = penalties[hook];
      int directions = penalty.directions(codes);
      for (int number = 0; number < directions; number++) {
        direct(penalty, number, codes, contexts[hook]);
        network.pullback(workspace);
        values[hook] += penalise(penalty, codes, scale, contexts[hook]);
        if (workspace.isTraining()) {
          network.pushforward(workspace);
        }
      }
    }
  }

  /** Writes the directions of all rows; what a code has beyond the latent's width has none. */
  private void direct(JacobianPenalty penalty, int number, int codes, HookContext context) {
    W w = workspace;
    Tensor cotangent = w.code().directions().cotangent();
    int width = cotangent.columns();
    if (width > codes) {
      cotangent.clear();
    }
    int step = Tiles.rows(codes);
    float[] v = w.tile(0);
    for (int row = 0; row < w.rows(); row += step) {
      int rows = Math.min(step, w.rows() - row);
      penalty.direction(v, rows, codes, firstRow + row, number, context);
      if (width == codes) {
        cotangent.write(row * width, v, rows * width);
      } else {
        for (int r = 0; r < rows; r++) {
          cotangent.write((row + r) * width, v, r * codes, codes);
        }
      }
    }
  }

  private double penalise(JacobianPenalty penalty, int codes, float scale, HookContext context) {
    W w = workspace;
    Tensor products = w.input.directions().cotangent();
    int width = products.columns();
    int step = Tiles.rows(width);
    float[] tile = w.tile(0);
    double sum = 0;
    for (int row = 0; row < w.rows(); row += step) {
      int rows = Math.min(step, w.rows() - row);
      products.read(row * width, tile, rows * width);
      sum += penalty.penalise(tile, rows, width, codes, scale, context);
      products.write(row * width, tile, rows * width);
    }
    return sum;
  }
}
