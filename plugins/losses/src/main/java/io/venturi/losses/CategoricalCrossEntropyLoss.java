package io.venturi.losses;

import io.venturi.kernel.Activation;
import io.venturi.kernel.FloatMath;
import io.venturi.spi.Loss;
import io.venturi.spi.LossTile;

/**
 * {@code −Σ x log softmax(z)}: {@code Σ x (m + log Σ exp(z − m) − z)} with m the largest z, and the
 * derivative {@code y Σx − x}.
 */
final class CategoricalCrossEntropyLoss implements Loss {

  /** The factory has seen to it that the activation is softmax. */
  @Override
  public void evaluate(LossTile tile, Activation activation) {
    int n = tile.size();
    System.arraycopy(tile.preActivation, 0, tile.gradient, 0, n);
    activation.apply(tile.gradient, tile.rows(), tile.width());
    for (int r = 0; r < tile.rows(); r++) {
      tile.rowLoss[tile.firstRow() + r] =
          row(
              tile.preActivation,
              tile.target,
              tile.gradient,
              r * tile.width(),
              tile.width(),
              tile.scale());
    }
  }

  private static float row(float[] z, float[] x, float[] y, int from, int width, float scale) {
    float most = Float.NEGATIVE_INFINITY;
    double whole = 0;
    for (int i = from; i < from + width; i++) {
      most = Math.max(most, z[i]);
      whole += x[i];
    }
    double exponentials = 0;
    double below = 0;
    for (int i = from; i < from + width; i++) {
      exponentials += FloatMath.exp(z[i] - most);
      below += x[i] * ((double) most - z[i]);
    }
    for (int i = from; i < from + width; i++) {
      y[i] = scale * (float) (y[i] * whole - x[i]);
    }
    return (float) (below + whole * Math.log(exponentials));
  }
}
