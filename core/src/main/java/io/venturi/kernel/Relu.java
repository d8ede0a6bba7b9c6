package io.venturi.kernel;

import io.venturi.annotation.Codomain;

/** The rectified linear unit: {@code y = max(0, x)}; its derivative at 0 is 0. */
@Codomain(min = 0)
public final class Relu implements PiecewiseLinear {

  @Override
  public void apply(float[] x, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = Math.max(0f, x[i]);
    }
  }

  @Override
  public void apply(float[] x, float[] bias, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = Math.max(0f, x[i] + bias[i]);
    }
  }

  /** A comparison would not vectorise; y · 1e38 is at least 1 for every normal y above 0. */
  @Override
  public void gradient(float[] gradient, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      gradient[i] *= Math.min(1f, y[i] * 1e38f);
    }
  }
}
