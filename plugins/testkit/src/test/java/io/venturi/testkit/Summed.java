package io.venturi.testkit;

import io.venturi.spi.ElementwiseLoss;

/** {@code (y − x)²}, SUM over a row. */
class Summed extends ElementwiseLoss {

  @Override
  protected float rowFactor(float count) {
    return 1;
  }

  @Override
  protected void terms(float[] y, float[] target, float[] gradient, float factor, int n) {
    for (int i = 0; i < n; i++) {
      float difference = y[i] - target[i];
      gradient[i] = 2 * factor * difference;
      target[i] = difference * difference;
    }
  }
}
