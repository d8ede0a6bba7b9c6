package io.venturi.losses;

import io.venturi.kernel.Activation;
import io.venturi.spi.Loss;
import io.venturi.spi.LossTile;
import io.venturi.spi.ParameterSpec;
import java.util.List;

/**
 * {@code ½ ((x − y)² / v + log(2π v))}, a sum over a row, with a variance {@code v = smallest +
 * exp(s)} that is learned by its parameter s: one for all features, or one each.
 */
final class LearnedGaussianLoss implements Loss {

  private static final double LOG_2_PI = Math.log(2 * Math.PI);

  private final double start;
  private final double smallest;
  private final boolean each;

  LearnedGaussianLoss(double variance, double smallest, boolean each) {
    // A start at or below the bound would have no s; near it, s would hardly move.
    this.start = StrictMath.log(Math.max(variance - smallest, 0.1 * smallest));
    this.smallest = smallest;
    this.each = each;
  }

  @Override
  public boolean weighsElements() {
    return true;
  }

  @Override
  public List<ParameterSpec> parameters(int width) {
    return List.of(ParameterSpec.constant("logVariances", each ? width : 1, (float) start));
  }

  /** How many floats of scratch: a precision and a logarithm a feature. */
  @Override
  public int scratch(int width) {
    return 2 * width;
  }

  private void variances(LossTile tile) {
    int width = tile.width();
    for (int i = 0; i < width; i++) {
      if (i == 0 || each) {
        double variance = smallest + StrictMath.exp(tile.parameters[i]);
        tile.scratch[i] = (float) (1 / variance);
        tile.scratch[width + i] = (float) (0.5 * (LOG_2_PI + StrictMath.log(variance)));
      } else {
        tile.scratch[i] = tile.scratch[0];
        tile.scratch[width + i] = tile.scratch[width];
      }
    }
  }

  @Override
  public void evaluate(LossTile tile, Activation activation) {
    int n = tile.size();
    float[] at = tile.preActivation;
    if (activation.differentiatesInput()) {
      at = tile.spare;
      System.arraycopy(tile.preActivation, 0, at, 0, n);
    }
    activation.apply(tile.preActivation, tile.rows(), tile.width());
    variances(tile);
    for (int r = 0; r < tile.rows(); r++) {
      row(tile, r);
    }
    activation.gradient(tile.gradient, at, tile.rows(), tile.width());
  }

  private static void row(LossTile tile, int r) {
    int width = tile.width();
    double sum = 0;
    for (int i = 0; i < width; i++) {
      int at = r * width + i;
      float weight = tile.isWeighted() ? tile.weights[at] : 1f;
      float difference = tile.preActivation[at] - tile.target[at];
      float precision = tile.scratch[i];
      // What does not count may be extreme.
      tile.gradient[at] = weight == 0 ? 0 : tile.scale() * weight * precision * difference;
      float term = 0.5f * precision * difference * difference + tile.scratch[width + i];
      sum += weight == 0 ? 0 : weight * term;
    }
    tile.rowLoss[tile.firstRow() + r] = (float) sum;
  }

  /** {@code ∂/∂s = ½ (1 / v − (x − y)² / v²) exp(s)}. */
  @Override
  public void parameterGradient(LossTile tile, Activation activation) {
    activation.apply(tile.preActivation, tile.rows(), tile.width());
    variances(tile);
    int width = tile.width();
    for (int r = 0; r < tile.rows(); r++) {
      float factor = tile.scale() * tile.rowWeight(r);
      for (int i = 0; i < width; i++) {
        int at = r * width + i;
        float weight = tile.isWeighted() ? tile.weights[at] : 1f;
        if (weight != 0 && factor != 0) {
          float precision = tile.scratch[i];
          float difference = tile.preActivation[at] - tile.target[at];
          float slope = 1f - (float) smallest * precision; // exp(s) / v.
          float own = 0.5f * slope * (1f - precision * difference * difference);
          tile.parameterGradient[each ? i : 0] += factor * weight * own;
        }
      }
    }
  }
}
