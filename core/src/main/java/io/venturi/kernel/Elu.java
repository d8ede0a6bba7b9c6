package io.venturi.kernel;

import io.venturi.annotation.Codomain;

/**
 * The exponential linear unit with α = 1: {@code y = x} above 0, {@code exp(x) − 1} below (Clevert,
 * Unterthiner and Hochreiter, 2016); absolute error below 5e-7.
 */
@Codomain(min = -1)
public final class Elu implements ElementwiseTwiceDifferentiable {

  @Override
  public void apply(float[] x, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = Math.max(0f, x[i]) + FloatMath.expm1OfNegative(Math.min(0f, x[i]));
    }
  }

  /** exp(x) is y + 1 below 0. */
  @Override
  public void gradient(float[] gradient, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      gradient[i] *= 1f + Math.min(0f, y[i]);
    }
  }

  /** exp(x) below 0, nothing above; a comparison would not vectorise. */
  @Override
  public void secondDerivative(float[] values, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      float negative = Math.min(0f, y[i]);
      values[i] *= (1f + negative) * Math.min(1f, negative * -1e38f);
    }
  }
}
