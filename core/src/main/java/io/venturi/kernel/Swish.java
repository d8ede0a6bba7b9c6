package io.venturi.kernel;

import io.venturi.annotation.Codomain;

/**
 * The sigmoid-weighted linear unit, also SiLU: {@code y = x · sigmoid(x)} (Elfwing et al., 2018;
 * Ramachandran et al., 2017).
 */
@Codomain(min = -0.2785)
public final class Swish implements ElementwiseTwiceDifferentiable {

  /** Beyond ±16 the sigmoid is 0 or 1 in float; unbounded, its rounding would be multiplied. */
  private static final float LIMIT = 16f;

  /** What the sigmoid is at −16, which is to be nothing. */
  private static final float REST = FloatMath.sigmoid(-LIMIT);

  @Override
  public void apply(float[] x, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = Math.max(-LIMIT, x[i]) * sigmoid(x[i]);
    }
  }

  @Override
  public void gradient(float[] gradient, float[] x, int n) {
    for (int i = 0; i < n; i++) {
      float v = Math.max(-LIMIT, Math.min(LIMIT, x[i]));
      float s = sigmoid(v);
      gradient[i] *= s + v * s * (1f - s);
    }
  }

  /** {@code s' (2 + x (1 − 2s))} with {@code s' = s (1 − s)}. */
  @Override
  public void secondDerivative(float[] values, float[] x, int n) {
    for (int i = 0; i < n; i++) {
      float v = Math.max(-LIMIT, Math.min(LIMIT, x[i]));
      float s = sigmoid(v);
      values[i] *= s * (1f - s) * (2f + v * (1f - 2f * s));
    }
  }

  @Override
  public boolean differentiatesInput() {
    return true;
  }

  private static float sigmoid(float x) {
    return FloatMath.sigmoid(x) - REST;
  }
}
