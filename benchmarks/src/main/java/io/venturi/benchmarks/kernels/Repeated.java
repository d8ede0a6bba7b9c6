package io.venturi.benchmarks.kernels;

import io.venturi.data.Dataset;

/**
 * Rows over and over, so many that an epoch outlasts a measurement: what is done once an epoch is
 * no part of a step.
 *
 * @param rows values in [0, 1]
 */
record Repeated(Dataset rows) implements Dataset {

  private static final int SIZE = 4_000_000;

  @Override
  public String name() {
    return rows.name();
  }

  @Override
  public int size() {
    return SIZE;
  }

  @Override
  public int[] shape() {
    return rows.shape();
  }

  @Override
  public int width() {
    return rows.width();
  }

  @Override
  public void read(int row, float[] destination, int offset) {
    rows.read(row % rows.size(), destination, offset);
  }

  @Override
  public boolean knownWithin(double min, double max) {
    return min <= 0 && max >= 1;
  }
}
