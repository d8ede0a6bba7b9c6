package io.venturi.data;

import java.util.Arrays;

/**
 * Where the values of rows lie in an array of NumPy's Fortran order, whose first dimension is the
 * fastest: all rows' values of one column, then those of the next.
 *
 * @param columns for each feature, a value of a row with its last dimension fastest, its column
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never changed.
record FortranOrder(int[] columns) {

  /** Rows whose values are moved to their places together, so that both sides stay in the cache. */
  private static final int ROWS_AT_ONCE = 64;

  /** Rows of this shape. */
  static FortranOrder of(int[] shape) {
    int[] columns = new int[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
    for (int i = 0; i < columns.length; i++) {
      int rest = i;
      int column = 0;
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        column += rest % shape[axis] * strideOf(shape, axis);
        rest /= shape[axis];
      }
      columns[i] = column;
    }
    return new FortranOrder(columns);
  }

  private static int strideOf(int[] shape, int axis) {
    int stride = 1;
    for (int i = 0; i < axis; i++) {
      stride *= shape[i];
    }
    return stride;
  }

  /** The feature that a column has. */
  int feature(int column) {
    int feature = 0;
    while (columns[feature] != column) {
      feature++;
    }
    return feature;
  }

  /** The values row by row. */
  float[] byRows(float[] values) {
    int width = columns.length;
    int rows = values.length / width;
    float[] result = new float[values.length];
    for (int first = 0; first < rows; first += ROWS_AT_ONCE) {
      int end = Math.min(rows, first + ROWS_AT_ONCE);
      for (int i = 0; i < width; i++) {
        int start = columns[i] * rows;
        for (int row = first; row < end; row++) {
          result[row * width + i] = values[start + row];
        }
      }
    }
    return result;
  }
}
