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

  /**
   * In loops of their own, each small enough for HotSpot to vectorise: differences, their tanh, and
   * what these come to.
   */
  @Override
  protected void terms(float[] y, float[] target, float[] gradient, float factor, int n) {
    for (int i = 0; i < n; i++) {
      target[i] = y[i] - target[i];
    }
    for (int i = 0; i < n; i++) {
      gradient[i] = FloatMath.tanh(target[i]);
    }
    for (int i = 0; i < n; i++) {
      target[i] = logCosh(Math.abs(target[i]), Math.abs(gradient[i]));
    }
    for (int i = 0; i < n; i++) {
      gradient[i] *= factor;
    }
  }

  /**
   * Near 0, with t = tanh d, {@code −½ log(1 − t²) = artanh(v)} where v = t² / (2 − t²), by its
   * series; farther off, {@code d − log 2 − log sigmoid(2 d)}. Both are computed and one is chosen,
   * without a branch.
   */
  private static float logCosh(float d, float t) {
    float v = t * t / (2f - t * t);
    float v2 = v * v;
    float sum = Math.fma(v2, 1f / 9, 1f / 7);
    sum = Math.fma(v2, sum, 1f / 5);
    sum = Math.fma(v2, sum, 1f / 3);
    float near = v * Math.fma(v2, sum, 1f);
    float far = d - LOG_2 - FloatMath.logOfUpperHalf(0.5f + 0.5f * t);
    float isFar = Math.max(0f, Math.min(1f, (d - 0.75f) * Float.MAX_VALUE));
    return near + isFar * (far - near);
  }
}
