package io.venturi.losses;

import io.venturi.kernel.Activation;
import io.venturi.kernel.FloatMath;
import io.venturi.kernel.Sigmoid;
import io.venturi.spi.ElementwiseLoss;

/**
 * {@code −x log y − (1 − x) log(1 − y)}, mean or sum over a row. For y = sigmoid(z) that is {@code
 * max(z, 0) − x z − log sigmoid(|z|)}, with the derivative {@code y − x} by z.
 */
final class BinaryCrossEntropyLoss extends ElementwiseLoss {

  /** Keeps logarithms finite for activations that reach 0 or 1; log of it is about −16. */
  private static final float SMALLEST = 1e-7f;

  private final boolean sums;

  /**
   * @param sums whether values of a row add up, instead of their mean being taken
   */
  BinaryCrossEntropyLoss(boolean sums) {
    this.sums = sums;
  }

  @Override
  protected float rowFactor(float count) {
    return sums ? 1f : 1f / count;
  }

  @Override
  protected boolean fuses(Activation activation) {
    return activation instanceof Sigmoid;
  }

  @Override
  protected void fusedTerms(float[] z, float[] target, float[] y, float factor, int n) {
    for (int i = 0; i < n; i++) {
      float x = target[i];
      float probability = y[i];
      float likelier = Math.max(probability, 1f - probability); // sigmoid(|z|), at least one half.
      target[i] = Math.max(z[i], 0f) - x * z[i] - FloatMath.logOfUpperHalf(likelier);
      y[i] = factor * (probability - x);
    }
  }

  @Override
  protected void terms(float[] y, float[] target, float[] gradient, float factor, int n) {
    for (int i = 0; i < n; i++) {
      float x = target[i];
      float probability = Math.max(SMALLEST, Math.min(1f - SMALLEST, y[i]));
      gradient[i] = factor * (probability - x) / (probability * (1f - probability));
      target[i] = (float) -(x * Math.log(probability) + (1f - x) * Math.log1p(-probability));
    }
  }
}
