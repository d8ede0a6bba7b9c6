package io.venturi.compression;

import java.util.Arrays;

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

  /** How many numbers of a code have more than one level. */
  int coded() {
    return (int) Arrays.stream(quantisers).filter(each -> each.levels() > 1).count();
  }

  /** How many values a row has. */
  long width() {
    long width = 1;
    for (int side : shape) {
      width = Math.multiplyExact(width, side);
    }
    return width;
  }
}
