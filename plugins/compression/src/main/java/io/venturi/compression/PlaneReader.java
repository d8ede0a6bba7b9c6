package io.venturi.compression;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The inverse of {@link PlaneCoder#encode}, some indices at a time, in memory of fixed size. */
final class PlaneReader implements AutoCloseable {

  private static final int CHUNK = 1 << 12;

  private final Inflater inflater = new Inflater(true);
  private final byte[] packed = new byte[CHUNK];
  private final int levels;
  private final int perByte;
  private int left;

  /** The next byte of {@link #packed}, and how many there are. */
  private int at;

  private int filled;

  /** What is left of a byte, and how many indices that is. */
  private int value;

  private int inValue;

  /**
   * @param count how many indices there are
   * @param levels from 2 to 256
   */
  PlaneReader(byte[] plane, int count, int levels) {
    inflater.setInput(plane);
    this.left = count;
    this.levels = levels;
    this.perByte = PlaneCoder.perByte(levels);
  }

  /**
   * The next indices.
   *
   * @param indices the first of which are written
   * @param count how many; not more than are left
   * @throws DataFormatException if there are fewer in the bytes, or one is beyond the levels
   */
  void read(int[] indices, int count) throws DataFormatException {
    for (int i = 0; i < count; i++) {
      if (inValue == 0) {
        value = nextByte();
        inValue = Math.min(perByte, left);
      }
      indices[i] = value % levels;
      value /= levels;
      left--;
      if (--inValue == 0 && value != 0) {
        throw new DataFormatException("a number has an index beyond its levels");
      }
    }
  }

  private int nextByte() throws DataFormatException {
    if (at == filled) {
      filled = inflater.inflate(packed);
      at = 0;
      if (filled == 0) {
        throw new DataFormatException("a number has too few indices");
      }
    }
    return packed[at++] & 0xff;
  }

  /**
   * To be called when all indices are read.
   *
   * @throws DataFormatException if there is more in the bytes
   */
  void requireEnd() throws DataFormatException {
    if (at != filled || inflater.inflate(packed) != 0 || !inflater.finished()) {
      throw new DataFormatException("a number has too many indices");
    }
    if (inflater.getRemaining() > 0) {
      throw new DataFormatException("there are bytes behind a number's indices");
    }
  }

  @Override
  public void close() {
    inflater.end();
  }
}
