package io.venturi.application;

import io.venturi.data.Dataset;

/**
 * What is subtracted from rows, and what they are then divided by, before products of them are
 * taken in floats: without the one, differences of large values would drown in rounding, and
 * without the other, products of large values would overflow.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Centring(double[] center, double scale) {

  static Centring of(Dataset rows) {
    double[] sums = new double[rows.width()];
    float[] row = new float[sums.length];
    for (int i = 0; i < rows.size(); i++) {
      rows.read(i, row, 0);
      for (int j = 0; j < sums.length; j++) {
        sums[j] += row[j];
      }
    }
    for (int j = 0; j < sums.length; j++) {
      sums[j] /= rows.size();
    }
    return new Centring(sums, Double.MIN_NORMAL).covering(rows);
  }

  /** The same center, with a scale by which no value of these rows is above 1 either. */
  Centring covering(Dataset rows) {
    double largest = scale;
    float[] row = new float[center.length];
    for (int i = 0; i < rows.size(); i++) {
      rows.read(i, row, 0);
      for (int j = 0; j < row.length; j++) {
        largest = Math.max(largest, Math.abs(row[j] - center[j]));
      }
    }
    return new Centring(center, largest);
  }
}
