package io.venturi.kernel;

import io.venturi.annotation.Codomain;

/** The logistic function: {@code y = 1 / (1 + exp(-x))}, absolute error below 3e-7. */
@Codomain(min = 0, max = 1)
public final class Sigmoid implements ElementwiseTwiceDifferentiable {

  @Override
  public void apply(float[] x, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = FloatMath.sigmoid(x[i]);
    }
  }

  @Override
  public void apply(float[] x, float[] bias, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = FloatMath.sigmoid(x[i] + bias[i]);
    }
  }

  @Override
  public void gradient(float[] gradient, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      gradient[i] *= y[i] * (1f - y[i]);
    }
  }

  @Override
  public void secondDerivative(float[] values, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      values[i] *= y[i] * (1f - y[i]) * (1f - 2f * y[i]);
    }
  }
}
