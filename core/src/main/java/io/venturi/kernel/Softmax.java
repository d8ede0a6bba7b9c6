package io.venturi.kernel;

import io.venturi.annotation.Codomain;

/**
 * {@code y_i = exp(x_i) / Σ_j exp(x_j)} over each row: positive values that add up to 1. For rows
 * that are distributions, such as compositions or histograms, or for codes that are soft
 * assignments.
 */
@Codomain(min = 0, max = 1)
public final class Softmax implements Activation {

  /** The logarithm of the smallest normal float, almost. */
  private static final float SMALLEST = -87f;

  private static final float LOG2_E = 1.442695f;

  /** ln 2 in two parts, the first with so few bits that multiples of it are exact. */
  private static final float LN_2 = 0.6933594f;

  private static final float LN_2_REST = -2.1219444e-4f;

  /** The largest value is taken off first, so that no exponential overflows. */
  @Override
  public void apply(float[] x, int rows, int width) {
    for (int first = 0; first < rows * width; first += width) {
      float most = Float.NEGATIVE_INFINITY;
      for (int i = first; i < first + width; i++) {
        most = Math.max(most, x[i]); // NaN if any is.
      }
      double sum = 0;
      for (int i = first; i < first + width; i++) {
        x[i] = exp(x[i] - most);
        sum += x[i];
      }
      float scale = (float) (1 / sum);
      for (int i = first; i < first + width; i++) {
        x[i] = Math.min(1f, x[i] * scale);
      }
    }
  }

  /**
   * exp(x) for x ≤ 0, relative error below 2e-7; 0 where it would be no normal float: 2 to the
   * rounded power, times a series on what rounding left.
   */
  static float exp(float x) {
    if (!(x > SMALLEST)) {
      return x <= SMALLEST ? 0f : x; // The latter is NaN.
    }
    int power = (int) (x * LOG2_E - 0.5f);
    float rest = Math.fma(power, -LN_2_REST, Math.fma(power, -LN_2, x));
    float series = Math.fma(rest, 1f / 5040, 1f / 720);
    series = Math.fma(rest, series, 1f / 120);
    series = Math.fma(rest, series, 1f / 24);
    series = Math.fma(rest, series, 1f / 6);
    series = Math.fma(rest, series, 0.5f);
    series = Math.fma(rest, series, 1f);
    series = Math.fma(rest, series, 1f);
    return series * Float.intBitsToFloat((power + 127) << 23);
  }

  /** {@code dx_i = y_i (dy_i − Σ_j dy_j y_j)}. */
  @Override
  public void gradient(float[] gradient, float[] y, int rows, int width) {
    for (int first = 0; first < rows * width; first += width) {
      double sum = 0;
      for (int i = first; i < first + width; i++) {
        sum += gradient[i] * y[i];
      }
      float mean = (float) sum;
      for (int i = first; i < first + width; i++) {
        gradient[i] = y[i] * (gradient[i] - mean);
      }
    }
  }
}
