package io.venturi.spi;

import io.venturi.kernel.Activation;

/**
 * A loss that is a sum of terms, one a value. Its gradient is composed from its own derivative with
 * respect to the reconstruction and the activation's, so that it works with every activation; for
 * one activation or another it may be fused instead.
 *
 * <p>Where values are weighted, a row's loss is {@code rowFactor(Σw) · Σ w · term}: a mean becomes
 * the weighted mean, a sum the weighted sum. A row in which nothing counts has loss and gradient 0.
 */
public abstract class ElementwiseLoss implements Loss {

  /**
   * The factor on the sum of a row's terms: 1 for a sum, {@code 1 / count} for a mean.
   *
   * @param count the sum of the weights of a row's values, above 0: how many there are, if none is
   *     weighted
   */
  protected abstract float rowFactor(float count);

  /**
   * Computes terms and derivatives of the first {@code n} values, in one flat loop.
   *
   * @param y reconstructions
   * @param target targets in, terms out
   * @param gradient out: {@code factor} · the term's derivative with respect to y
   */
  protected abstract void terms(float[] y, float[] target, float[] gradient, float factor, int n);

  /**
   * Whether {@link #fusedTerms} has this activation in it, for the sake of exactness where it
   * saturates, or of speed.
   */
  protected boolean fuses(Activation activation) {
    return false;
  }

  /**
   * Computes terms and derivatives with respect to the pre-activations, for an activation that
   * {@link #fuses}.
   *
   * @param z pre-activations
   * @param target targets in, terms out
   * @param y in: reconstructions, the activation of z; out: {@code factor} · the term's derivative
   *     with respect to z
   */
  protected void fusedTerms(float[] z, float[] target, float[] y, float factor, int n) {
    throw new UnsupportedOperationException(getClass().getName() + " fuses no activation");
  }

  @Override
  public final boolean weighsElements() {
    return true;
  }

  @Override
  public final void evaluate(LossTile tile, Activation activation) {
    float factor = rowFactor(tile.width());
    if (fuses(activation)) {
      System.arraycopy(tile.preActivation, 0, tile.gradient, 0, tile.size());
      activation.apply(tile.gradient, tile.rows(), tile.width());
      fusedTerms(
          tile.preActivation, tile.target, tile.gradient, tile.scale() * factor, tile.size());
      weigh(tile, factor);
    } else {
      composed(tile, activation, factor);
    }
    sumRows(tile, factor);
  }

  private void composed(LossTile tile, Activation activation, float factor) {
    float[] at = tile.reconstruct(activation);
    terms(tile.preActivation, tile.target, tile.gradient, tile.scale() * factor, tile.size());
    weigh(tile, factor); // Before the activation's gradient, which may mix the values of a row.
    activation.gradient(tile.gradient, at, tile.rows(), tile.width());
  }

  /** Multiplies terms and gradients by weights. Weights of 1 do not change a bit. */
  private void weigh(LossTile tile, float factor) {
    if (!tile.isWeighted()) {
      return;
    }
    int width = tile.width();
    for (int first = 0; first < tile.size(); first += width) {
      float count = sum(tile.weights, first, width);
      float relative = count > 0 ? rowFactor(count) / factor : 0;
      for (int i = first; i < first + width; i++) {
        float weight = tile.weights[i] * relative;
        // Nobody asks for the reconstruction of what does not count: it may be extreme.
        tile.target[i] = weight == 0 ? 0 : tile.target[i] * weight;
        tile.gradient[i] = weight == 0 ? 0 : tile.gradient[i] * weight;
      }
    }
  }

  /** Adds up the terms in {@code tile.target} and writes each row's loss. */
  private static void sumRows(LossTile tile, float factor) {
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
