package io.venturi.train;

import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.Parameters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the shards' gradients and lets the optimizer change the parameters, tile by tile, in one
 * pass over memory; in two where the gradient's norm must be known first. Tiles are dealt out to
 * the workers; each value depends on its own index alone, and norms add up in the order of the
 * tiles, so that it does not matter to whom.
 */
final class UpdateStep {

  private final BatchStep<?> batch;
  private final Tensor parameters;
  private final Optimizer optimizer;
  private final @Nullable GradientClipping clipping;
  private final List<Tile> tiles = new ArrayList<>();
  private final double[] squares;
  private final float[] coefficients;
  private final float[][][] scratch;
  private final WorkerTeam.Task sumUp = this::sumUp;
  private final WorkerTeam.Task update = this::update;

  private long step;
  private boolean summed;
  private float scale = 1;

  UpdateStep(
      BatchStep<?> batch,
      Parameters parameters,
      Optimizer optimizer,
      @Nullable GradientClipping clipping) {
    this.batch = batch;
    this.parameters = parameters.values();
    this.optimizer = optimizer;
    this.clipping = clipping;
    this.coefficients = new float[optimizer.coefficients()];
    parameters.blocks().forEach(this::cut);
    this.squares = new double[tiles.size()];
    this.scratch = new float[batch.team().size()][3][Tiles.SIZE];
  }

  /** A tile lies within one block, because blocks differ in whether they decay. */
  private void cut(ParameterBlock block) {
    int end = block.offset() + block.spec().size();
    for (int at = block.offset(); at < end; at += Tiles.SIZE) {
      int n = Math.min(Tiles.SIZE, end - at);
      tiles.add(new Tile(at, n, block.spec().decays(), new float[optimizer.slots()][n]));
    }
  }

  /** Some consecutive parameters, and the optimizer's memory of them. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Tile(int at, int n, boolean decays, float[][] slots) {}

  /**
   * One step with the gradients of the batch at hand.
   *
   * @param learningRate the rate of this step
   */
  void run(double learningRate) {
    step++;
    optimizer.prepare(step, learningRate, coefficients);
    summed = clipping != null && clipping.kind() == GradientClipping.Kind.NORM;
    scale = 1;
    if (summed && clipping != null) {
      batch.team().run(sumUp);
      double norm = Math.sqrt(sum(squares));
      scale = norm > clipping.limit() ? (float) (clipping.limit() / norm) : 1;
    }
    batch.team().run(update);
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** Leaves the sum in the first shard's vector. */
  private void sumUp(int worker) {
    float[] gradients = scratch[worker][1];
    for (int t = worker; t < tiles.size(); t += batch.team().size()) {
      Tile tile = tiles.get(t);
      batch.sumGradients(tile.at(), tile.n(), gradients, scratch[worker][2]);
      batch.gradients(0).write(tile.at(), gradients, tile.n());
      double square = 0;
      for (int i = 0; i < tile.n(); i++) {
        square += (double) gradients[i] * gradients[i];
      }
      squares[t] = square;
    }
  }

  private void update(int worker) {
    float[] values = scratch[worker][0];
    float[] gradients = scratch[worker][1];
    for (int t = worker; t < tiles.size(); t += batch.team().size()) {
      Tile tile = tiles.get(t);
      if (summed) {
        batch.gradients(0).read(tile.at(), gradients, tile.n());
      } else {
        batch.sumGradients(tile.at(), tile.n(), gradients, scratch[worker][2]);
      }
      clip(gradients, tile.n());
      parameters.read(tile.at(), values, tile.n());
      optimizer.update(coefficients, values, gradients, tile.slots(), tile.n(), tile.decays());
      parameters.write(tile.at(), values, tile.n());
    }
  }

  private void clip(float[] gradients, int n) {
    if (scale != 1) {
      for (int i = 0; i < n; i++) {
        gradients[i] *= scale;
      }
    } else if (clipping != null && clipping.kind() == GradientClipping.Kind.VALUE) {
      float limit = (float) clipping.limit();
      for (int i = 0; i < n; i++) {
        gradients[i] = Math.max(-limit, Math.min(limit, gradients[i]));
      }
    }
  }
}
