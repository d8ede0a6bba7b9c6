package io.venturi.losses;

import io.venturi.spi.ElementwiseLoss;

/** {@code (y − x)²}, mean over a row. */
final class MeanSquaredErrorLoss extends ElementwiseLoss {

  @Override
  protected float rowFactor(float count) {
    return 1f / count;
  }

  @Override
  protected void terms(float[] y, float[] target, float[] gradient, float factor, int n) {
    float twice = 2f * factor;
    for (int i = 0; i < n; i++) {
      float difference = y[i] - target[i];
      gradient[i] = twice * difference;
      target[i] = difference * difference;
    }
  }
}
