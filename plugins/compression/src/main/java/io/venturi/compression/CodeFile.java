package io.venturi.compression;

import java.util.Arrays;
import java.util.zip.DataFormatException;

/**
 * Quantised codes of rows, as they lie in a file.
 *
 * @param shape of one row
 * @param fingerprint of the codec, 32 bytes
 * @param bits how finely codes are quantised
 * @param quantisers one for each number of a code
 * @param planes the coded indices of each number; empty where it has one level
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record CodeFile(
    int rows,
    int[] shape,
    byte[] fingerprint,
    double bits,
    Quantiser[] quantisers,
    byte[][] planes) {

  /**
   * A file has a byte for so many rows at least. What codes that vary take is far more, and a few
   * bytes that claim to be of millions of rows get no memory for them.
   */
  static final int MOST_ROWS_PER_BYTE = 64;

  static CodeFile of(
      float[][] codes, int[] shape, byte[] fingerprint, double bits, Quantiser[] quantisers) {
    byte[][] planes = new byte[quantisers.length][];
    int[] indices = new int[codes.length];
    for (int j = 0; j < planes.length; j++) {
      if (quantisers[j].levels() == 1) {
        planes[j] = new byte[0];
        continue;
      }
      for (int i = 0; i < codes.length; i++) {
        indices[i] = quantisers[j].index(codes[i][j]);
      }
      planes[j] = PlaneCoder.encode(indices, quantisers[j].levels());
    }
    return new CodeFile(codes.length, shape, fingerprint, bits, quantisers, planes);
  }

  /** The size of the planes, to which the file adds its header. */
  long bytes() {
    return Arrays.stream(planes).mapToLong(plane -> plane.length).sum();
  }

  /** How many values a row has. */
  long width() {
    long width = 1;
    for (int side : shape) {
      width = Math.multiplyExact(width, side);
    }
    return width;
  }

  /**
   * The codes, (rows, numbers).
   *
   * @throws DataFormatException if the planes are not of so many rows
   */
  float[][] codes() throws DataFormatException {
    float[][] codes = new float[rows][quantisers.length];
    for (int j = 0; j < quantisers.length; j++) {
      Quantiser quantiser = quantisers[j];
      if (quantiser.levels() == 1) {
        for (float[] code : codes) {
          code[j] = quantiser.centre();
        }
        continue;
      }
      int[] indices = PlaneCoder.decode(planes[j], rows, quantiser.levels());
      for (int i = 0; i < rows; i++) {
        codes[i][j] = quantiser.number(indices[i]);
      }
    }
    return codes;
  }
}
