package io.venturi.losses;

import io.venturi.kernel.FloatMath;
import io.venturi.spi.ElementwiseLoss;

/** {@code log cosh(y − x)}, mean over a row: nothing overflows, and nothing cancels near 0. */
final class LogCoshLoss extends ElementwiseLoss {

  private static final float LOG_2 = (float) Math.log(2);

  @Override
  protected float rowFactor(float count) {
    return 1f / count;
  }

  @Override
  protected void terms(float[] y, float[] target, float[] gradient, float factor, int n) {
    for (int i = 0; i < n; i++) {
      float difference = y[i] - target[i];
      gradient[i] = factor * FloatMath.tanh(difference);
      target[i] = logCosh(Math.abs(difference));
    }
  }

  private static float logCosh(float d) {
    return d < 1 ? nearZero(d) : d - LOG_2 - FloatMath.logOfUpperHalf(FloatMath.sigmoid(2 * d));
  }

  /** cosh d = (1 + s) / (1 − s) with s = tanh²(d / 2), so its logarithm is 2 artanh s. */
  private static float nearZero(float d) {
    float root = FloatMath.tanh(0.5f * d);
    float s = root * root;
    float s2 = s * s;
    float sum = Math.fma(s2, 1f / 9, 1f / 7);
    sum = Math.fma(s2, sum, 1f / 5);
    sum = Math.fma(s2, sum, 1f / 3);
    return 2f * s * Math.fma(s2, sum, 1f);
  }
}
