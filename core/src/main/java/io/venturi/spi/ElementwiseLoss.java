package io.venturi.spi;

import io.venturi.kernel.Activation;

/**
 * A loss that is a sum of terms, one a value. Its gradient is composed from its own derivative with
 * respect to the reconstruction and the activation's, so that it works with every activation.
 */
public abstract class ElementwiseLoss implements Loss {

  /**
   * The factor on the sum of a row's terms: 1 for a sum, {@code 1 / width} for a mean.
   *
   * @param width values of a row
   */
  protected abstract float rowFactor(int width);

  /**
   * Computes terms and derivatives of the first {@code n} values, in one flat loop.
   *
   * @param y reconstructions
   * @param target targets in, terms out
   * @param gradient out: {@code factor} · the term's derivative with respect to y
   */
  protected abstract void terms(float[] y, float[] target, float[] gradient, float factor, int n);

  @Override
  public void evaluate(LossTile tile, Activation activation) {
    int n = tile.size();
    float[] at = tile.preActivation;
    if (activation.differentiatesInput()) {
      at = tile.spare;
      System.arraycopy(tile.preActivation, 0, at, 0, n);
    }
    activation.apply(tile.preActivation, tile.rows(), tile.width());
    float factor = rowFactor(tile.width());
    terms(tile.preActivation, tile.target, tile.gradient, tile.scale() * factor, n);
    activation.gradient(tile.gradient, at, tile.rows(), tile.width());
    sumRows(tile, factor);
  }

  /** Adds up the terms in {@code tile.target} and writes each row's loss. */
  protected static void sumRows(LossTile tile, float factor) {
    int width = tile.width();
    for (int r = 0; r < tile.rows(); r++) {
      tile.rowLoss[tile.firstRow() + r] = factor * sum(tile.target, r * width, width);
    }
  }

  /** Eight running sums: float addition in strict order would not be done in parallel. */
  private static float sum(float[] values, int from, int n) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    int i = from;
    int end = from + n;
    for (; i + 7 < end; i += 8) {
      s0 += values[i];
      s1 += values[i + 1];
      s2 += values[i + 2];
      s3 += values[i + 3];
      s4 += values[i + 4];
      s5 += values[i + 5];
      s6 += values[i + 6];
      s7 += values[i + 7];
    }
    for (; i < end; i++) {
      s0 += values[i];
    }
    return s0 + s1 + (s2 + s3) + (s4 + s5 + (s6 + s7));
  }
}
