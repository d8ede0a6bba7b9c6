package com.example.extras;

import io.venturi.spi.ElementwiseLoss;

/**
 * With {@code u = min(1, (d / c)²)} the loss is {@code c² / 6 · u (3 − 3u + u²)}, which does not
 * cancel where d is small, and its derivative {@code d (1 − u)²}.
 */
final class TukeyBiweightLoss extends ElementwiseLoss {

  private final float threshold;

  TukeyBiweightLoss(float threshold) {
    this.threshold = threshold;
  }

  /** A mean over a row. */
  @Override
  protected float rowFactor(float count) {
    return 1f / count;
  }

  @Override
  protected void terms(float[] y, float[] target, float[] gradient, float factor, int n) {
    float inverse = 1f / threshold;
    float most = threshold * threshold / 6f;
    for (int i = 0; i < n; i++) {
      float difference = y[i] - target[i];
      float share = difference * inverse;
      float u = Math.min(1f, share * share);
      gradient[i] = factor * difference * (1f - u) * (1f - u);
      target[i] = most * u * (3f - 3f * u + u * u);
    }
  }
}
