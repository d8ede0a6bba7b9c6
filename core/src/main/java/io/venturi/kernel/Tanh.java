package io.venturi.kernel;

import io.venturi.annotation.Codomain;

/** The hyperbolic tangent, absolute error below 3e-7. */
@Codomain(min = -1, max = 1)
public final class Tanh implements ElementwiseTwiceDifferentiable {

  @Override
  public void apply(float[] x, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = FloatMath.tanh(x[i]);
    }
  }

  @Override
  public void apply(float[] x, float[] bias, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = FloatMath.tanh(x[i] + bias[i]);
    }
  }

  @Override
  public void gradient(float[] gradient, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      gradient[i] *= 1f - y[i] * y[i];
    }
  }

  @Override
  public void secondDerivative(float[] values, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      values[i] *= -2f * y[i] * (1f - y[i] * y[i]);
    }
  }
}
