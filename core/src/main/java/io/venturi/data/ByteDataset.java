package io.venturi.data;

import java.util.Objects;

/** Rows kept as unsigned bytes, a quarter of the size of floats, and read as byte / 255. */
final class ByteDataset extends StoredDataset {

  /** A look-up is faster than a division, which C2 does not vectorise from bytes. */
  private static final float[] UNIT = new float[256];

  static {
    for (int i = 0; i < UNIT.length; i++) {
      UNIT[i] = i / 255f;
    }
  }

  private final byte[] values;

  /**
   * @param values not copied: dense, first row first
   */
  ByteDataset(String name, byte[] values, int[] shape, int firstRow, int size) {
    super(name, shape, firstRow, size);
    this.values = values;
  }

  @Override
  public void read(int row, float[] destination, int offset) {
    convert(values, start(row), destination, offset, width());
  }

  @Override
  public void read(int[] rows, int from, int count, float[] destination) {
    Objects.checkFromIndexSize(from, count, rows.length);
    int width = width();
    for (int i = 0; i < count; i++) {
      convert(values, start(rows[from + i]), destination, i * width, width);
    }
  }

  private static void convert(byte[] bytes, int start, float[] destination, int offset, int count) {
    for (int i = 0; i < count; i++) {
      destination[offset + i] = UNIT[bytes[start + i] & 0xff];
    }
  }

  @Override
  public boolean knownWithin(double min, double max) {
    return min <= 0 && max >= 1;
  }

  @Override
  Dataset slice(String sliceName, int[] rowShape, int newFirstRow, int newSize) {
    return new ByteDataset(sliceName, values, rowShape, newFirstRow, newSize);
  }
}
