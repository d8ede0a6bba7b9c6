package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.util.Arrays;

/** Fills missing values of a table in memory from the values that its columns have. */
final class ColumnFill {

  private ColumnFill() {}

  /**
   * Fills in each NaN.
   *
   * @param values rows, dense; changed
   * @param rest {@code MEAN} or {@code MEDIAN}
   * @throws DataException if a column has no value at all
   */
  static void fill(String file, CsvColumns columns, float[] values, MissingValues.Rest rest) {
    int width = columns.features().size();
    int[] missing = new int[width];
    for (int i = 0; i < values.length; i++) {
      if (Float.isNaN(values[i])) {
        missing[i % width]++;
      }
    }
    int rows = values.length / width;
    for (int column = 0; column < width; column++) {
      if (missing[column] == 0) {
        continue;
      }
      if (missing[column] == rows) {
        throw new DataException(
            Message.CSV_EMPTY_COLUMN, file, Source.excerpt(columns.features().get(column)));
      }
      float[] known = known(values, column, width, rows - missing[column]);
      float filled = rest == MissingValues.Rest.MEAN ? mean(known) : median(known);
      for (int i = column; i < values.length; i += width) {
        values[i] = Float.isNaN(values[i]) ? filled : values[i];
      }
    }
  }

  private static float[] known(float[] values, int column, int width, int count) {
    float[] known = new float[count];
    int at = 0;
    for (int row = 0; row < values.length / width; row++) {
      float value = values[row * width + column];
      if (!Float.isNaN(value)) {
        known[at++] = value;
      }
    }
    return known;
  }

  private static float mean(float[] known) {
    double sum = 0;
    for (float each : known) {
      sum += each;
    }
    return (float) (sum / known.length);
  }

  private static float median(float[] known) {
    Arrays.sort(known);
    return (float) RobustScaler.quantile(known, 50);
  }
}
