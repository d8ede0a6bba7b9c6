package io.venturi.data;

import java.util.List;

/** All rows of another dataset in their order, with something about them changed. */
abstract class DatasetView implements Dataset {

  final Dataset base;

  DatasetView(Dataset base) {
    this.base = base;
  }

  @Override
  public final String name() {
    return base.name();
  }

  @Override
  public final int size() {
    return base.size();
  }

  @Override
  public final int[] shape() {
    return base.shape();
  }

  @Override
  public final int width() {
    return base.width();
  }

  @Override
  public List<String> featureNames() {
    return base.featureNames();
  }

  @Override
  public String place(int row, int feature) {
    return base.place(row, feature);
  }

  @Override
  public void read(int row, float[] destination, int offset) {
    base.read(row, destination, offset);
  }

  @Override
  public void read(int[] rows, int from, int count, float[] destination) {
    base.read(rows, from, count, destination);
  }

  @Override
  public float weight(int row) {
    return base.weight(row);
  }

  @Override
  public boolean isWeighted() {
    return base.isWeighted();
  }
}
