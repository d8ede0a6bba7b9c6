package io.venturi.train;

import io.venturi.spi.LossTile;
import java.util.Arrays;

/**
 * What each value of a row counts in the loss: the weights of the features. They are kept with a
 * mean of 1, so that uniform ones are as good as none, of a loss that is a sum too.
 */
public final class ElementWeights {

  /** All values count alike. */
  public static final ElementWeights NONE = new ElementWeights(new float[0]);

  private final float[] features;

  private ElementWeights(float[] features) {
    this.features = features;
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
    return Arrays.equals(features, ones) ? NONE : new ElementWeights(features);
  }

  /** Says in a tile what its values count. */
  void weigh(LossTile tile) {
    if (features.length == 0) {
      return;
    }
    int width = tile.width();
    for (int row = 0; row < tile.size(); row += width) {
      System.arraycopy(features, 0, tile.weights, row, width);
    }
    tile.setWeighted();
  }
}
