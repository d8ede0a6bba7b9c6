package io.venturi.data;

/**
 * A way of bringing every feature to a similar range: it learns a {@link Scaling} from rows, the
 * training rows alone. {@link Scalers} has the usual ones; an implementation of your own may learn
 * any affine map of each feature. Row weights do not count. Stateless and thread-safe.
 */
public interface Scaler {

  /**
   * Learns from all rows of a dataset.
   *
   * @param rows finite values, or NaN for one that is missing, which does not count
   * @return a scaling as wide as the rows
   * @throws io.venturi.error.DataException if it cannot be learned from these rows
   */
  Scaling fit(Dataset rows);

  /**
   * Begins to learn in one pass from rows that come one after another. A scaler that must see all
   * rows at once refuses.
   *
   * @param name what messages call the data
   * @param width the values of a row
   * @throws io.venturi.error.DataException if this scaler needs all rows at once
   */
  RunningFit start(String name, int width);

  /** What has been learned so far from rows that come in pieces. One thread at a time. */
  interface RunningFit {

    /**
     * Learns from more rows.
     *
     * @param rows finite values, or NaN for one that is missing, row after row, the first {@code
     *     count} times the width in use
     */
    void add(float[] rows, int count);

    /**
     * What was learned. Nothing can be added afterwards.
     *
     * @throws io.venturi.error.DataException if it cannot be learned from these rows
     */
    Scaling finish();
  }
}
