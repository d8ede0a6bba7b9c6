package io.venturi.train;

/** How many rows a window has: whole batches of them. */
final class WindowSize {

  /** The values of a window unless its rows are set: 64 MiB. */
  private static final int VALUES = 1 << 24;

  /** The values of one that nobody shuffles: 4 MiB. */
  private static final int FEW_VALUES = 1 << 20;

  /** The longest array that every JVM can make. */
  private static final int MOST_VALUES = Integer.MAX_VALUE - 8;

  private WindowSize() {}

  /**
   * For rows that are shuffled.
   *
   * @param wanted rows; 0 if nobody said how many
   * @param width of a row
   */
  static int of(int wanted, int width, int batchSize) {
    int most = MOST_VALUES / width - StreamRows.LOOK_AHEAD;
    Hyperparameters.require(
        batchSize <= most,
        "batchSize",
        batchSize,
        "at most "
            + most
            + " for a stream at "
            + width
            + " values a row, since a batch is in memory whole; for all rows in one batch, train on"
            + " a dataset");
    long rows = wholeBatches(wanted == 0 ? VALUES / width : wanted, batchSize);
    Hyperparameters.require(
        rows <= most,
        "shuffleWindow",
        rows,
        "at most " + most + " in whole batches, at " + width + " values a row");
    return (int) rows;
  }

  /** For rows that come as they are. */
  static int small(int width, int batchSize) {
    return of(Math.max(1, FEW_VALUES / width), width, batchSize);
  }

  private static long wholeBatches(long rows, int batchSize) {
    return Math.max(1, (rows + batchSize - 1) / batchSize) * batchSize;
  }
}
