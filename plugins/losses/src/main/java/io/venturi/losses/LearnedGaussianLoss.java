package io.venturi.losses;

import io.venturi.kernel.Activation;
import io.venturi.spi.Loss;
import io.venturi.spi.LossTile;
import io.venturi.spi.ParameterSpec;
import java.util.Arrays;
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
    // Nearer to the bound, s would hardly move.
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

  /** A precision and a logarithm a feature, and the parameters that they are of. */
  @Override
  public int scratch(int width) {
    return 3 * width;
  }

  /** Once a step: most tiles have the parameters of the one before. */
  private void variances(LossTile tile) {
    int width = tile.width();
    float[] scratch = tile.scratch;
    int known = 2 * width;
    for (int i = 0; i < tile.parameters.length; i++) {
      float parameter = tile.parameters[i];
      if (parameter == scratch[known + i] && scratch[i] != 0) { // 0: not computed yet.
        continue;
      }
      double variance = smallest + StrictMath.exp(parameter);
      int last = each ? i : width - 1;
      Arrays.fill(scratch, i, last + 1, (float) (1 / variance));
      float logarithm = (float) (0.5 * (LOG_2_PI + StrictMath.log(variance)));
      Arrays.fill(scratch, width + i, width + last + 1, logarithm);
      scratch[known + i] = parameter;
    }
  }

  @Override
  public void evaluate(LossTile tile, Activation activation) {
    float[] at = tile.reconstruct(activation);
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
