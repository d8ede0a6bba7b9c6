package io.venturi.compression;

import io.venturi.model.Codec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;

/**
 * Rows from a {@link CodeFile}, block by block: a file of few bytes may be of many rows, and has
 * memory for a block of them alone.
 */
final class CodeReader implements AutoCloseable {

  /** About so many values of rows and codes are in memory at a time. */
  private static final int BLOCK = 1 << 20;

  private final CodeFile file;
  private final int[] coded;
  private final List<PlaneReader> planes = new ArrayList<>();

  private CodeReader(CodeFile file) {
    this.file = file;
    this.coded =
        IntStream.range(0, file.quantisers().length)
            .filter(j -> file.quantisers()[j].levels() > 1)
            .toArray();
    for (int j : coded) {
      planes.add(plane(file, j));
    }
  }

  private static PlaneReader plane(CodeFile file, int number) {
    return new PlaneReader(file.planes()[number], file.rows(), file.quantisers()[number].levels());
  }

  /**
   * Gives a consumer all rows, in their order; none, unless the codes are sound to their end.
   *
   * @param codec with codes and rows of the file's size
   * @throws DataFormatException if the planes are not of so many rows
   */
  static void decode(CodeFile file, Codec codec, RowConsumer rows) throws DataFormatException {
    requireSound(file);
    int step = blockOf(codec.inputs() + codec.codeSize());
    try (CodeReader reader = new CodeReader(file)) {
      for (int from = 0; from < file.rows(); from += step) {
        float[][] block = codec.decode(reader.next(Math.min(step, file.rows() - from)));
        for (int i = 0; i < block.length; i++) {
          rows.accept(from + i, block[i]);
        }
        if (file.rows() - from <= step) {
          return; // So many rows may be there that one more step would not be an int.
        }
      }
    }
  }

  private static int blockOf(int valuesOfRow) {
    return Math.max(1, BLOCK / valuesOfRow);
  }

  private static void requireSound(CodeFile file) throws DataFormatException {
    int[] indices = new int[Math.min(file.rows(), blockOf(1))];
    for (int j = 0; j < file.planes().length; j++) {
      if (file.quantisers()[j].levels() > 1) {
        try (PlaneReader plane = plane(file, j)) {
          for (int left = file.rows(); left > 0; left -= Math.min(left, indices.length)) {
            plane.read(indices, Math.min(left, indices.length));
          }
          plane.requireEnd();
        }
      }
    }
  }

  /** The next codes, (count, numbers). */
  private float[][] next(int count) throws DataFormatException {
    float[] centres = new float[file.quantisers().length];
    for (int j = 0; j < centres.length; j++) {
      centres[j] = file.quantisers()[j].centre();
    }
    float[][] codes = new float[count][];
    for (int i = 0; i < count; i++) {
      codes[i] = centres.clone();
    }
    int[] indices = new int[count];
    for (int c = 0; c < coded.length; c++) {
      Quantiser quantiser = file.quantisers()[coded[c]];
      planes.get(c).read(indices, count);
      for (int i = 0; i < count; i++) {
        codes[i][coded[c]] = quantiser.number(indices[i]);
      }
    }
    return codes;
  }

  @Override
  public void close() {
    planes.forEach(PlaneReader::close);
  }
}
