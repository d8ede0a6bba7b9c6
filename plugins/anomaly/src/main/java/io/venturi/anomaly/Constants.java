package io.venturi.anomaly;

import io.venturi.data.Dataset;

/**
 * Features that had one value in all rows that were learned from, but for gaps. A scaler finds no
 * spread to divide them by, and a network's small errors say nothing of them, so their residuals
 * are differences from that value: where features are scaled, each in units of its own spread, any
 * other value is at least one unit away.
 */
final class Constants {

  /** What was seen less often is not known to be constant, unless there are no more rows. */
  private static final int LEAST_SEEN = 10;

  private final float[] values;
  private final float least;

  /**
   * @param values of each feature: its one value, or NaN
   * @param isScaled whether the model scales features
   */
  Constants(float[] values, boolean isScaled) {
    this.values = values.clone();
    this.least = isScaled ? 1 : 0;
  }

  static Constants of(Dataset rows, boolean isScaled) {
    float[] values = new float[rows.width()];
    int[] seen = new int[values.length];
    boolean[] varies = new boolean[values.length];
    float[] row = new float[values.length];
    for (int r = 0; r < rows.size(); r++) {
      rows.read(r, row, 0);
      for (int i = 0; i < row.length; i++) {
        if (Float.isNaN(row[i])) {
          continue;
        }
        varies[i] |= seen[i] > 0 && row[i] != values[i];
        values[i] = row[i];
        seen[i]++;
      }
    }
    for (int i = 0; i < values.length; i++) {
      if (varies[i] || seen[i] < Math.min(LEAST_SEEN, rows.size())) {
        values[i] = Float.NaN;
      }
    }
    return new Constants(values, isScaled);
  }

  float[] values() {
    return values.clone();
  }

  boolean has(int feature) {
    return !Float.isNaN(values[feature]);
  }

  float residual(int feature, float value) {
    float difference = value - values[feature];
    return difference == 0 ? 0 : Math.copySign(Math.max(least, Math.abs(difference)), difference);
  }
}
