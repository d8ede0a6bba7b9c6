package io.venturi.train;

import io.venturi.data.Dataset;
import java.util.Arrays;

/** The memory of one window, which grows with the rows that are really there. */
final class WindowBuffer {

  /** Rows that a small stream does not need room for. */
  private static final int FIRST_VALUES = 1 << 18;

  private final String name;
  private final int[] shape;
  private final int width;
  private final int mostRows;
  private int[] order = {};

  float[] values;

  /** How many rows it holds; the source's {@code window} has all but those that wait behind it. */
  int rows;

  /** Whether no row comes after these. */
  boolean last;

  WindowBuffer(String name, int[] shape, int width, int mostRows) {
    this.name = name;
    this.shape = shape.clone();
    this.width = width;
    this.mostRows = mostRows;
    this.values = new float[Math.min(mostRows, Math.max(1, FIRST_VALUES / width)) * width];
  }

  /** Makes room for more rows behind those that are there. */
  void reserve(int more) {
    int needed = (rows + more) * width;
    if (needed > values.length) {
      long doubled = Math.min((long) mostRows * width, 2L * values.length);
      values = Arrays.copyOf(values, (int) Math.max(needed, doubled));
    }
  }

  /** The rows from index {@code from} on are moved to the front of another buffer. */
  void moveTail(int from, WindowBuffer next) {
    int tail = Math.max(0, rows - from);
    next.rows = 0;
    next.reserve(tail);
    System.arraycopy(values, from * width, next.values, 0, tail * width);
    next.rows = tail;
  }

  /** The first rows, in their order. */
  RowSource.Window window(int count) {
    if (order.length != count) {
      order = MemoryRows.identity(count);
    }
    Dataset data = Dataset.ofFlat(name, values, shape).slice(0, count);
    return new RowSource.Window(data, order, last);
  }
}
