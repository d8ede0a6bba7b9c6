package io.venturi.compression;

import java.util.Arrays;
import java.util.Locale;

/**
 * What a file of compressed rows says of itself.
 *
 * @param bytes its size, all told
 * @param rows how many rows are in it
 * @param shape of one row
 * @param fingerprint of the codec whose codes these are
 * @param codeSize numbers in one code
 * @param bits how finely they are quantised
 * @param coded numbers of a code that have more than one level
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record CompressedFile(
    long bytes, int rows, int[] shape, String fingerprint, int codeSize, double bits, int coded) {

  public CompressedFile {
    shape = shape.clone();
  }

  @Override
  public int[] shape() {
    return shape.clone();
  }

  /** Bits of the file for each value of the rows: of grey images, bits per pixel. */
  public double bitsPerValue() {
    return 8.0 * bytes / rows / Arrays.stream(shape).asLongStream().reduce(1, (a, b) -> a * b);
  }

  /** Bytes of the file for each row. */
  public double bytesPerRow() {
    return (double) bytes / rows;
  }

  /** Such as {@code 2000 rows of [28, 28] in 49120 bytes: 32 numbers a code, 5.0 bits each}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d rows of %s in %d bytes: %d numbers a code, %.1f bits each",
        rows,
        Arrays.toString(shape),
        bytes,
        codeSize,
        bits);
  }
}
