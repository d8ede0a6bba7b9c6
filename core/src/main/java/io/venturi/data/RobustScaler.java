package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.util.Arrays;

/** Median 0 and a distance of 1 between two quantiles. */
record RobustScaler(double lowerPercent, double upperPercent) implements Scaler {

  /** Values of the columns that are sorted in one pass over the rows: 64 MB. */
  private static final int AT_A_TIME = 1 << 24;

  RobustScaler {
    if (!(lowerPercent >= 0 && lowerPercent < upperPercent && upperPercent <= 100)) {
      throw new DataException(
          Message.HYPERPARAMETER,
          "robust",
          "(" + lowerPercent + ", " + upperPercent + ")",
          "percentages from 0 to 100, the lower one first");
    }
  }

  @Override
  public Scaling fit(Dataset rows) {
    int width = rows.width();
    float[] center = new float[width];
    float[] scale = new float[width];
    int step = Math.max(1, Math.min(width, AT_A_TIME / rows.size()));
    float[][] columns = new float[step][rows.size()];
    for (int first = 0; first < width; first += step) {
      int count = Math.min(step, width - first);
      fill(columns, rows, first, count);
      for (int i = 0; i < count; i++) {
        float[] sorted = observed(columns[i]);
        Scaling.requireObserved(sorted.length > 0, toString(), rows.name(), first + i);
        center[first + i] = (float) quantile(sorted, 50);
        double distance = quantile(sorted, upperPercent) - quantile(sorted, lowerPercent);
        scale[first + i] = (float) Scaling.divisor(distance);
      }
    }
    return Scaling.fitted(toString(), rows.name(), center, scale);
  }

  /** Sorts a column in place; missing values, NaN, come last and are left out. */
  private static float[] observed(float[] column) {
    Arrays.sort(column);
    int count = column.length;
    while (count > 0 && Float.isNaN(column[count - 1])) {
      count--;
    }
    return count == column.length ? column : Arrays.copyOf(column, count);
  }

  private static void fill(float[][] columns, Dataset rows, int first, int count) {
    int width = rows.width();
    Chunks.forEach(
        rows,
        (block, from, n) -> {
          for (int r = 0; r < n; r++) {
            for (int i = 0; i < count; i++) {
              columns[i][from + r] = block[r * width + first + i];
            }
          }
        });
  }

  /** Between the two values nearest to the place {@code (n − 1) · percent / 100}. */
  static double quantile(float[] sorted, double percent) {
    double place = (sorted.length - 1) * (percent / 100);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * ((double) sorted[above] - sorted[below]);
  }

  @Override
  public RunningFit start(String name, int width) {
    throw new DataException(
        Message.SCALER_FAILED,
        this,
        name,
        "quantiles need all rows at once: take Scalers.standard() or minMax(), or fewer rows, in"
            + " memory");
  }

  @Override
  public String toString() {
    return "robust(" + lowerPercent + ", " + upperPercent + ")";
  }
}
