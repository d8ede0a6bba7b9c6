package io.venturi.losses;

import io.venturi.spi.ElementwiseLoss;

/** {@code ½ ((x − y)² / v + log(2π v))} with a fixed variance, a sum over a row. */
final class GaussianLoss extends ElementwiseLoss {

  private final float precision;
  private final float constant;

  GaussianLoss(double variance) {
    this.precision = (float) (1 / variance);
    this.constant = (float) (0.5 * Math.log(2 * Math.PI * variance));
  }

  @Override
  protected float rowFactor(float count) {
    return 1f;
  }

  @Override
  protected void terms(float[] y, float[] target, float[] gradient, float factor, int n) {
    float slope = factor * precision;
    for (int i = 0; i < n; i++) {
      float difference = y[i] - target[i];
      gradient[i] = slope * difference;
      target[i] = 0.5f * precision * difference * difference + constant;
    }
  }
}
