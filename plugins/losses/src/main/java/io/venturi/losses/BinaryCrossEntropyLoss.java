package io.venturi.losses;

import io.venturi.kernel.Activation;
import io.venturi.kernel.FloatMath;
import io.venturi.kernel.Sigmoid;
import io.venturi.spi.ElementwiseLoss;
import io.venturi.spi.LossTile;

/**
 * {@code −x log y − (1 − x) log(1 − y)}, mean over a row. For y = sigmoid(z) that is {@code max(z,
 * 0) − x z − log sigmoid(|z|)}, with the derivative {@code y − x} by z.
 */
final class BinaryCrossEntropyLoss extends ElementwiseLoss {

  /** Keeps logarithms finite for activations that reach 0 or 1; log of it is about −16. */
  private static final float SMALLEST = 1e-7f;

  @Override
  protected float rowFactor(int width) {
    return 1f / width;
  }

  @Override
  public void evaluate(LossTile tile, Activation activation) {
    if (!(activation instanceof Sigmoid sigmoid)) {
      super.evaluate(tile, activation);
      return;
    }
    int n = tile.size();
    float factor = rowFactor(tile.width());
    float[] y = tile.gradient;
    System.arraycopy(tile.preActivation, 0, y, 0, n);
    sigmoid.apply(y, n);
    fused(tile.preActivation, tile.target, y, tile.scale() * factor, n);
    sumRows(tile, factor);
  }

  /**
   * @param z logits
   * @param target targets in, terms out
   * @param y sigmoid(z) in, gradients out
   */
  private static void fused(float[] z, float[] target, float[] y, float factor, int n) {
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
