package io.venturi.losses;

import io.venturi.spi.ElementwiseLoss;

/**
 * With c = d clamped to ±delta, the loss of d = y − x is {@code c (d − c / 2)}, its derivative c.
 */
final class HuberLoss extends ElementwiseLoss {

  private final float delta;

  HuberLoss(float delta) {
    this.delta = Math.max(delta, Float.MIN_NORMAL);
  }

  @Override
  protected float rowFactor(float count) {
    return 1f / count;
  }

  @Override
  protected void terms(float[] y, float[] target, float[] gradient, float factor, int n) {
    float limit = delta;
    for (int i = 0; i < n; i++) {
      float difference = y[i] - target[i];
      float clamped = Math.max(-limit, Math.min(limit, difference));
      gradient[i] = factor * clamped;
      target[i] = clamped * (difference - 0.5f * clamped);
    }
  }
}
