package io.venturi.kernel;

import io.venturi.annotation.Codomain;

/** The logistic function: {@code y = 1 / (1 + exp(-x))}, absolute error below 3e-7. */
@Codomain(min = 0, max = 1)
public final class Sigmoid implements Activation {

  @Override
  public void apply(float[] x, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = 0.5f + 0.5f * RationalTanh.of(0.5f * x[i]);
    }
  }

  @Override
  public void apply(float[] x, float[] bias, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = 0.5f + 0.5f * RationalTanh.of(0.5f * (x[i] + bias[i]));
    }
  }

  @Override
  public void gradient(float[] gradient, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      gradient[i] *= y[i] * (1f - y[i]);
    }
  }
}
