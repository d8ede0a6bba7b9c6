package io.venturi.compression;

import java.util.Arrays;
import java.util.zip.Deflater;

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

  /** Huffman codes alone take a bit for each byte at least. */
  private static final int MOST_BYTES_PER_BYTE = 8;

  private PlaneCoder() {}

  /** How many indices of so many levels a byte holds. */
  static int perByte(int levels) {
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
}
