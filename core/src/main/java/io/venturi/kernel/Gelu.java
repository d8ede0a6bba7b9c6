package io.venturi.kernel;

import io.venturi.annotation.Codomain;

/**
 * The Gaussian error linear unit in its tanh form, {@code y = x/2 · (1 + tanh(√(2/π) (x + 0.044715
 * x³)))} (Hendrycks and Gimpel, 2016).
 */
@Codomain(min = -0.1701)
public final class Gelu implements ElementwiseTwiceDifferentiable {

  private static final float ROOT = 0.7978846f;
  private static final float CUBIC = 0.044715f;

  /** Beyond ±5 the weight is 0 or 1 in float; unbounded, its rounding would be multiplied. */
  private static final float LIMIT = 5f;

  /** What 1 + tanh is far to the left, which is to be nothing. */
  private static final float REST = 1f + tanh(-LIMIT);

  @Override
  public void apply(float[] x, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = 0.5f * Math.max(-LIMIT, x[i]) * (1f + tanh(x[i]) - REST);
    }
  }

  @Override
  public void gradient(float[] gradient, float[] x, int n) {
    for (int i = 0; i < n; i++) {
      float v = Math.max(-LIMIT, Math.min(LIMIT, x[i]));
      float t = tanh(v);
      float inner = ROOT * (1f + 3f * CUBIC * v * v);
      float above = 1f + t - REST; // So 1 − t² = above (2 − above), which is 0 on the left, too.
      gradient[i] *= 0.5f * above + 0.5f * v * above * (2f - above) * inner;
    }
  }

  /** With {@code t = tanh(u)}: {@code (1 − t²) (u' + x/2 · u'' − x t u'²)}. */
  @Override
  public void secondDerivative(float[] values, float[] x, int n) {
    for (int i = 0; i < n; i++) {
      float v = Math.max(-LIMIT, Math.min(LIMIT, x[i]));
      float t = tanh(v);
      float inner = ROOT * (1f + 3f * CUBIC * v * v);
      float halfSecond = 3f * ROOT * CUBIC * v;
      values[i] *= (1f - t * t) * (inner + v * halfSecond - v * t * inner * inner);
    }
  }

  @Override
  public boolean differentiatesInput() {
    return true;
  }

  private static float tanh(float x) {
    return FloatMath.tanh(ROOT * Math.fma(CUBIC * x * x, x, x));
  }
}
