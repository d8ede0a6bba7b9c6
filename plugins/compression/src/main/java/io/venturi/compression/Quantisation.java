package io.venturi.compression;

import io.venturi.error.DataException;

/**
 * How finely codes are quantised, by uniform scalar quantisers: the number of a code whose range is
 * widest gets about {@code 2^bits} levels. The others get the steps at which quantisation adds as
 * much error to the decoded rows: the steps are inversely proportional to how strongly the decoder
 * answers to the number, so that numbers which hardly matter get few levels or one. For orthonormal
 * codes such as PCA's all steps are then alike, which is reverse water-filling (T. M. Cover and J.
 * A. Thomas, Elements of Information Theory, 2006, chapter 10).
 *
 * @param bits from 1 to 8; need not be whole, so that any rate can be met
 */
public record Quantisation(double bits) {

  /** A number of a code takes a byte at most. */
  static final int MOST_LEVELS = 256;

  /**
   * Refuses what cannot be done.
   *
   * @throws DataException if the bits are not from 1 to 8
   */
  public Quantisation {
    if (!(bits >= 1 && bits <= 8)) {
      throw new DataException(CompressionMessage.BITS, bits);
    }
  }

  /**
   * So many bits for the widest number of a code.
   *
   * @throws DataException if they are not from 1 to 8
   */
  public static Quantisation bits(double bits) {
    return new Quantisation(bits);
  }

  /** How many steps the widest range has. */
  double steps() {
    return Math.pow(2, bits) - 1;
  }
}
