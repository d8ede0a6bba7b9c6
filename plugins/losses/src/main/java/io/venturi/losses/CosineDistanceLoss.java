package io.venturi.losses;

import io.venturi.kernel.Activation;
import io.venturi.spi.Loss;
import io.venturi.spi.LossTile;
import java.util.Arrays;

/** {@code 1 − x·y / (|x| |y|)}, with the derivative {@code (y cos / |y| − x / |x|) / |y|}. */
final class CosineDistanceLoss implements Loss {

  /** Squared lengths below it are no lengths to divide by. */
  private static final double SMALLEST = 1e-24;

  @Override
  public boolean weighsElements() {
    return true;
  }

  @Override
  public void evaluate(LossTile tile, Activation activation) {
    float[] at = tile.reconstruct(activation);
    if (!tile.isWeighted()) {
      Arrays.fill(tile.weights, 0, tile.size(), 1f);
    }
    for (int r = 0; r < tile.rows(); r++) {
      row(tile, r);
    }
    activation.gradient(tile.gradient, at, tile.rows(), tile.width());
  }

  /** In double: values of 1e30 have squares, too. */
  private static void row(LossTile tile, int r) {
    float[] x = tile.target;
    float[] y = tile.preActivation;
    int from = r * tile.width();
    int to = from + tile.width();
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = from; i < to; i++) {
      double weight = tile.weights[i];
      xx += weight * x[i] * x[i];
      yy += weight * y[i] * y[i];
      xy += weight * x[i] * y[i];
    }
    boolean isDirected = xx > SMALLEST && yy > SMALLEST;
    double scale = isDirected ? 1 / Math.sqrt(xx) / Math.sqrt(yy) : 0;
    double cosine = xy * scale;
    double own = isDirected ? cosine / yy : 0;
    for (int i = from; i < to; i++) {
      double slope = tile.weights[i] * (y[i] * own - x[i] * scale);
      tile.gradient[i] = (float) (tile.scale() * slope);
    }
    tile.rowLoss[tile.firstRow() + r] = (float) (1 - cosine);
  }
}
