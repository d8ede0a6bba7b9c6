package io.venturi.kernel;

/**
 * The leaky rectified linear unit: {@code y = max(x, 0.01 x)} (Maas, Hannun and Ng, 2013); its
 * derivative at 0 is 0.01.
 */
public final class LeakyRelu implements PiecewiseLinear {

  private static final float SLOPE = 0.01f;

  @Override
  public void apply(float[] x, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = Math.max(x[i], SLOPE * x[i]);
    }
  }

  @Override
  public void gradient(float[] gradient, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      // 1 where y is above 0, the slope elsewhere: a comparison would not vectorise.
      float above = Math.max(0f, Math.min(1f, y[i] * 1e38f));
      gradient[i] *= SLOPE + (1f - SLOPE) * above;
    }
  }
}
