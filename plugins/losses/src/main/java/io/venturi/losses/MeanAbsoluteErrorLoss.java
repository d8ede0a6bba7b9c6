package io.venturi.losses;

import io.venturi.spi.ElementwiseLoss;

/** {@code |y − x|}, mean over a row. */
final class MeanAbsoluteErrorLoss extends ElementwiseLoss {

  @Override
  protected float rowFactor(float count) {
    return 1f / count;
  }

  @Override
  protected void terms(float[] y, float[] target, float[] gradient, float factor, int n) {
    for (int i = 0; i < n; i++) {
      float difference = y[i] - target[i];
      // The sign, by what HotSpot vectorises: the product is infinite where it is not small.
      gradient[i] = factor * Math.max(-1f, Math.min(1f, difference * Float.MAX_VALUE));
      target[i] = Math.abs(difference);
    }
  }
}
