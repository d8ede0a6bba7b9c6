package io.venturi.data;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.util.Arrays;
import java.util.Objects;

/** What datasets that keep their rows in one Java array have in common. */
abstract class StoredDataset implements Dataset {

  /** The longest array that every JVM can make. */
  static final int MOST_VALUES = Integer.MAX_VALUE - 8;

  private final String name;
  private final int[] shape;
  private final int width;
  private final int firstRow;
  private final int size;

  /**
   * @param firstRow where the rows of this dataset begin in the array
   */
  StoredDataset(String name, int[] shape, int firstRow, int size) {
    this.name = Objects.requireNonNull(name, "name");
    this.shape = shape.clone();
    this.width = widthOf(name, shape);
    this.firstRow = firstRow;
    this.size = size;
    if (size == 0) {
      throw new DataException(Message.NO_ROWS, name);
    }
  }

  /** The number of values in a row of this shape. */
  static int widthOf(String name, int[] shape) {
    long width = 1;
    for (int dimension : shape) {
      if (dimension < 0) {
        throw new IllegalArgumentException(
            "A row's shape cannot be " + Arrays.toString(shape) + ": sizes are positive.");
      }
      width *= dimension;
      if (width > MOST_VALUES) {
        throw new DataException(Message.TOO_MANY_VALUES, name, 1, width, MOST_VALUES);
      }
    }
    if (width == 0 || shape.length == 0) {
      throw new DataException(Message.NO_VALUES, name);
    }
    return (int) width;
  }

  /** The length of an array for this many rows, if one can be that long. */
  static int lengthOf(String name, long rows, int width) {
    if (rows > MOST_VALUES / width) {
      throw new DataException(Message.TOO_MANY_VALUES, name, rows, width, MOST_VALUES);
    }
    return (int) rows * width;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final int size() {
    return size;
  }

  @Override
  public final int[] shape() {
    return shape.clone();
  }

  @Override
  public final int width() {
    return width;
  }

  /** Where a row of this dataset begins in the array. */
  final int start(int row) {
    return (firstRow + Objects.checkIndex(row, size)) * width;
  }

  @Override
  public final Dataset slice(int from, int to) {
    Objects.checkFromToIndex(from, to, size);
    return slice(RowView.sliceName(this, from, to), shape, firstRow + from, to - from);
  }

  /** The same array with other ends. */
  abstract Dataset slice(String sliceName, int[] rowShape, int newFirstRow, int newSize);

  @Override
  public final String toString() {
    return name + ": " + size + " rows of " + Arrays.toString(shape);
  }
}
