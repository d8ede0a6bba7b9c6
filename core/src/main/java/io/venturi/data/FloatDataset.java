package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.util.Arrays;
import java.util.Objects;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Rows kept as floats. */
final class FloatDataset extends StoredDataset {

  /** Rows of an INDArray are copied in blocks of about this many values. */
  private static final int BLOCK = 1 << 20;

  private final float[] values;

  private FloatDataset(String name, float[] values, int[] shape, int firstRow, int size) {
    super(name, shape, firstRow, size);
    this.values = values;
  }

  static Dataset copyOf(String name, float[][] rows) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(rows, "rows");
    if (rows.length == 0) {
      throw new DataException(Message.NO_ROWS, name);
    }
    int[] shape = {row(name, rows, 0).length};
    int width = widthOf(name, shape);
    float[] values = new float[lengthOf(name, rows.length, width)];
    for (int i = 0; i < rows.length; i++) {
      float[] row = row(name, rows, i);
      if (row.length != width) {
        throw new DataException(Message.ROW_WIDTH, i, name, row.length, width);
      }
      System.arraycopy(row, 0, values, i * width, width);
    }
    return new FloatDataset(name, values, shape, 0, rows.length);
  }

  private static float[] row(String name, float[][] rows, int i) {
    if (rows[i] == null) {
      throw new DataException(Message.NULL_ROW, i, name);
    }
    return rows[i];
  }

  static Dataset copyOf(String name, INDArray array) {
    Objects.requireNonNull(array, "rows");
    if (array.isEmpty()) {
      throw new DataException(Message.NO_ROWS, name);
    }
    DataType type = array.dataType();
    if (array.rank() < 2 || !(type.isNumerical() || type == DataType.BOOL)) {
      throw new DataException(Message.NOT_A_MATRIX, name, Arrays.toString(array.shape()), type);
    }
    int[] shape = new int[array.rank() - 1];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = Math.toIntExact(array.size(i + 1));
    }
    int width = widthOf(name, shape);
    float[] values = new float[lengthOf(name, array.size(0), width)];
    int size = values.length / width;
    int step = Math.max(1, BLOCK / width);
    for (int row = 0; row < size; row += step) {
      int end = Math.min(size, row + step);
      INDArray view = array.get(NDArrayIndex.interval(row, end));
      INDArray floats = view.castTo(DataType.FLOAT);
      // A copy in c order has the values as they appear, whatever the array's own order is.
      try (INDArray block = floats.dup('c')) {
        block.data().asNioFloat().get(values, row * width, (end - row) * width);
      } finally {
        if (floats != view) { // Of another type, so a copy; else it is the caller's.
          floats.close();
        }
      }
    }
    return new FloatDataset(name, values, shape, 0, size);
  }

  static Dataset wrap(String name, float[] values, int[] shape) {
    Objects.requireNonNull(values, "values");
    Objects.requireNonNull(shape, "shape");
    int width = widthOf(name, shape);
    if (values.length % width != 0) {
      throw new DataException(
          Message.ROW_WIDTH, values.length / width, name, values.length % width, width);
    }
    return new FloatDataset(name, values, shape, 0, values.length / width);
  }

  @Override
  public void read(int row, float[] destination, int offset) {
    System.arraycopy(values, start(row), destination, offset, width());
  }

  @Override
  public void read(int[] rows, int from, int count, float[] destination) {
    Objects.checkFromIndexSize(from, count, rows.length);
    int width = width();
    for (int i = 0; i < count; i++) {
      System.arraycopy(values, start(rows[from + i]), destination, i * width, width);
    }
  }

  @Override
  Dataset slice(String sliceName, int[] rowShape, int newFirstRow, int newSize) {
    return new FloatDataset(sliceName, values, rowShape, newFirstRow, newSize);
  }
}
