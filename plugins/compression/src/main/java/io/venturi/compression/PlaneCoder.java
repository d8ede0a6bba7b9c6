package io.venturi.compression;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Entropy-codes the indices of one number of the codes of all rows. Each such plane has
 * probabilities of its own, and neighbours tell nothing of one another; so Huffman codes without
 * matches do best of what well-kept libraries have, once as many indices as fit are packed into a
 * byte, which takes the loss of a code word being one bit at least from each index. The format is
 * raw DEFLATE (RFC 1951).
 */
final class PlaneCoder {

  /** What the file calls it. */
  static final int DEFLATE_PACKED = 1;

  /** DEFLATE's best: 258 bytes by 2 bits. */
  private static final int MOST_BYTES_PER_BYTE = 1032;

  private PlaneCoder() {}

  /** How many indices of so many levels a byte holds. */
  private static int perByte(int levels) {
    int count = 1;
    for (int all = levels * levels; all <= 256; all *= levels) {
      count++;
    }
    return count;
  }

  private static int packedSize(int count, int levels) {
    int perByte = perByte(levels);
    return (int) (((long) count + perByte - 1) / perByte);
  }

  /**
   * Codes indices.
   *
   * @param levels from 2 to 256; indices are below
   */
  static byte[] encode(int[] indices, int levels) {
    int perByte = perByte(levels);
    byte[] packed = new byte[packedSize(indices.length, levels)];
    for (int i = 0; i < packed.length; i++) {
      int value = 0;
      for (int k = Math.min(indices.length, (i + 1) * perByte) - 1; k >= i * perByte; k--) {
        value = value * levels + indices[k];
      }
      packed[i] = (byte) value;
    }
    return deflate(packed);
  }

  private static byte[] deflate(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setStrategy(Deflater.HUFFMAN_ONLY);
      deflater.setInput(bytes);
      deflater.finish();
      byte[] coded = new byte[bytes.length + bytes.length / 8 + 64];
      int size = 0;
      while (!deflater.finished()) {
        if (size == coded.length) {
          coded = Arrays.copyOf(coded, 2 * size);
        }
        size += deflater.deflate(coded, size, coded.length - size);
      }
      return Arrays.copyOf(coded, size);
    } finally {
      deflater.end();
    }
  }

  /** Whether so many bytes can be of so many indices: looked at before memory is taken for them. */
  static boolean mayHold(int bytes, int count, int levels) {
    return packedSize(count, levels) <= (long) bytes * MOST_BYTES_PER_BYTE;
  }

  /**
   * The inverse of {@link #encode}.
   *
   * @param count how many indices there are
   * @throws DataFormatException if these are not the bytes of so many indices
   */
  static int[] decode(byte[] bytes, int count, int levels) throws DataFormatException {
    byte[] packed = inflate(bytes, packedSize(count, levels));
    int perByte = perByte(levels);
    int[] indices = new int[count];
    for (int i = 0; i < packed.length; i++) {
      int value = packed[i] & 0xff;
      for (int k = i * perByte; k < Math.min(count, (i + 1) * perByte); k++) {
        indices[k] = value % levels;
        value /= levels;
      }
      if (value != 0) {
        throw new DataFormatException("a number has an index beyond its levels");
      }
    }
    return indices;
  }

  private static byte[] inflate(byte[] bytes, int size) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes);
      byte[] packed = new byte[size];
      int done = 0;
      while (done < size) {
        int count = inflater.inflate(packed, done, size - done);
        if (count == 0) {
          throw new DataFormatException("a number has too few indices");
        }
        done += count;
      }
      if (inflater.inflate(new byte[1]) != 0 || !inflater.finished()) {
        throw new DataFormatException("a number has too many indices");
      }
      if (inflater.getRemaining() > 0) {
        throw new DataFormatException("there are bytes behind a number's indices");
      }
      return packed;
    } finally {
      inflater.end();
    }
  }
}
