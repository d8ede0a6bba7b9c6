package io.venturi.train;

import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * A share of a stream's rows, drawn at random: whether a row belongs to it depends on the seed and
 * the row's number, so it is the same at each reading and nothing has to be remembered.
 *
 * @param fraction rows whose draw, uniform on [0, 1), is lower are set aside
 * @param aside whether this is the share set aside, or the rest
 */
record RowShare(double fraction, long seed, boolean aside) {

  /** All rows. */
  static final RowShare ALL = new RowShare(0, 0, false);

  /** The other rows. */
  RowShare rest() {
    return new RowShare(fraction, seed, !aside);
  }

  /** For each row from the first on, whether it belongs to this share. */
  final class Draws {
    private final SplittableRandom random = new SplittableRandom(seed);

    boolean next() {
      return fraction == 0 ? !aside : random.nextDouble() < fraction == aside;
    }
  }

  Draws draws() {
    return new Draws();
  }

  /** Whether every row belongs to it. */
  boolean isAll() {
    return fraction == 0 && !aside;
  }

  /**
   * How many of a stream's rows are to be expected in it, at least 1; empty if the stream's length
   * is not known. They are not counted by drawing: the length is what somebody says, and would
   * decide how long that takes.
   */
  OptionalLong expected(OptionalLong rows) {
    if (rows.isEmpty() || isAll()) {
      return rows;
    }
    double share = aside ? fraction : 1 - fraction;
    return OptionalLong.of(Math.max(1, Math.round(share * rows.getAsLong())));
  }
}
