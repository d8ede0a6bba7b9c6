package io.venturi.train;

import io.venturi.data.Gaps;
import io.venturi.spi.LossTile;
import java.util.Arrays;

/**
 * What each value of a row counts in the loss: the weight of its feature, and nothing where it is
 * missing. Weights of features are kept with a mean of 1, so that uniform ones are as good as none,
 * of a loss that is a sum too.
 */
public final class ElementWeights {

  /** All values count alike. */
  public static final ElementWeights NONE = new ElementWeights(new float[0], Gaps.REFUSED);

  private final float[] features;
  private final Gaps gaps;

  private ElementWeights(float[] features, Gaps gaps) {
    this.features = features;
    this.gaps = gaps;
  }

  /**
   * Weights of features.
   *
   * @param weights one a feature, finite, at least 0, not all 0; none if all are to count alike
   */
  public static ElementWeights of(float[] weights) {
    if (weights.length == 0) {
      return NONE;
    }
    double sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    float[] features = new float[weights.length];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) (weights[i] * features.length / sum);
    }
    float[] ones = new float[features.length];
    Arrays.fill(ones, 1f);
    return Arrays.equals(features, ones) ? NONE : new ElementWeights(features, Gaps.REFUSED);
  }

  /** The same, of rows from which values may be missing. */
  public ElementWeights with(Gaps missing) {
    return new ElementWeights(features, missing);
  }

  /** What is made of missing values. */
  Gaps gaps() {
    return gaps;
  }

  /** Says in a tile what its values count, and fills the gaps in its targets. */
  void weigh(LossTile tile) {
    int width = tile.width();
    for (int row = 0; row < tile.size() && features.length > 0; row += width) {
      System.arraycopy(features, 0, tile.weights, row, width);
      tile.setWeighted();
    }
    if (gaps.allowed()) {
      tile.leaveOutMissing(gaps.fill());
    }
  }
}
