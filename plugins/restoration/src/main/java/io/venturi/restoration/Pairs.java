package io.venturi.restoration;

import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Clean rows and noisy copies of them.
 *
 * @param rows numbers of those that are meant
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Pairs(Dataset clean, Dataset noisy, int[] rows) {

  /** Values of a block, at most, if it has more than one row. */
  private static final int MOST_VALUES = 1 << 21;

  private static final int NTH = 5;
  private static final int MOST_TO_CHOOSE_BY = 1_000;

  /**
   * All rows of both.
   *
   * @throws DataException if they have not as many rows of one width, or a value is not finite
   */
  static Pairs of(Dataset clean, Dataset noisy) {
    if (clean.size() != noisy.size() || clean.width() != noisy.width()) {
      throw new DataException(
          RestorationMessage.NOT_PAIRS,
          clean.name(),
          clean.size(),
          clean.width(),
          noisy.name().equals(clean.name()) ? "the noisy data" : noisy.name(),
          noisy.size(),
          noisy.width());
    }
    DataChecks.requireFinite(clean);
    DataChecks.requireFinite(noisy);
    return new Pairs(clean, noisy, IntStream.range(0, clean.size()).toArray());
  }

  /** Every fifth row, or fewer of many: what filters are chosen by. */
  Pairs toChooseBy() {
    int nth = nth();
    return where(row -> row % nth == 0);
  }

  /** The other rows, or the only one. */
  Pairs toMeasure() {
    int nth = nth();
    return rows.length == 1 ? this : where(row -> row % nth != 0);
  }

  private int nth() {
    return Math.max(NTH, (rows.length + MOST_TO_CHOOSE_BY - 1) / MOST_TO_CHOOSE_BY);
  }

  private Pairs where(IntPredicate chosen) {
    return new Pairs(clean, noisy, Arrays.stream(rows).filter(chosen).toArray());
  }

  /** The first rows. */
  Pairs first(int count) {
    return new Pairs(clean, noisy, Arrays.copyOf(rows, Math.min(count, rows.length)));
  }

  float[][] cleanRows() {
    return clean.select(rows).toArray();
  }

  float[][] noisyRows() {
    return noisy.select(rows).toArray();
  }

  /** The same rows, in parts that fit into memory several times. */
  Pairs[] blocks() {
    int step = Math.max(1, MOST_VALUES / clean.width());
    return IntStream.range(0, (rows.length + step - 1) / step)
        .mapToObj(
            block -> {
              int end = Math.min(rows.length, (block + 1) * step);
              return new Pairs(clean, noisy, Arrays.copyOfRange(rows, block * step, end));
            })
        .toArray(Pairs[]::new);
  }
}
