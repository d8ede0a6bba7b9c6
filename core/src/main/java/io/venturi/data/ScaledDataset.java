package io.venturi.data;

import io.venturi.error.DataException;

/** Another dataset's rows, scaled as they are read. */
final class ScaledDataset extends DatasetView {

  private final Scaling scaling;

  ScaledDataset(Dataset base, Scaling scaling) {
    super(base);
    this.scaling = scaling;
  }

  /** What to say of a value that lies outside once it is scaled. */
  DataException outside(String name, int row, int feature, ValueRange range) {
    float[] values = new float[width()];
    base.read(row, values, 0);
    return range.outside(name, row, feature, values[feature], scaling);
  }

  @Override
  public void read(int row, float[] destination, int offset) {
    base.read(row, destination, offset);
    for (int i = 0; i < base.width(); i++) {
      destination[offset + i] = scaling.apply(i, destination[offset + i]);
    }
  }

  @Override
  public void read(int[] rows, int from, int count, float[] destination) {
    base.read(rows, from, count, destination);
    scaling.apply(destination, count);
  }

  @Override
  public String toString() {
    return base + ", scaled: " + scaling;
  }
}
