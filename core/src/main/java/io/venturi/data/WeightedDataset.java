package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.Message;

/** Another dataset's rows with weights. */
final class WeightedDataset extends DatasetView {

  private final float[] weights;

  private WeightedDataset(Dataset base, float[] weights) {
    super(base);
    this.weights = weights;
  }

  static Dataset of(Dataset base, float[] weights) {
    if (weights.length != base.size()) {
      throw new DataException(Message.WEIGHT_COUNT, weights.length, base.name(), base.size());
    }
    float[] copy = weights.clone();
    for (int row = 0; row < copy.length; row++) {
      if (!(copy[row] >= 0 && copy[row] <= Float.MAX_VALUE)) {
        throw new DataException(Message.BAD_WEIGHT, row, base.name(), copy[row]);
      }
    }
    return new WeightedDataset(base, copy);
  }

  @Override
  public boolean knownWithin(double min, double max) {
    return base.knownWithin(min, max);
  }

  @Override
  public float weight(int row) {
    return weights[row];
  }

  @Override
  public boolean isWeighted() {
    return true;
  }

  @Override
  public String toString() {
    return base + ", weighted";
  }
}
