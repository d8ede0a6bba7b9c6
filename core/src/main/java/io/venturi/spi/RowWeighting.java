package io.venturi.spi;

/**
 * Decides how much each row of a batch counts, seeing the losses of the whole batch: trimming, for
 * data that may hold rows that should not be learned. Stateless and thread-safe.
 */
@FunctionalInterface
public interface RowWeighting {

  /**
   * Writes the weights of the first {@code rows} rows; 1 leaves a row as it is, 0 leaves it out.
   * The loss of a batch is the weighted sum of its rows' losses divided by the number of rows.
   * Weights that the data has are multiplied with these; losses come without them.
   *
   * @param rowLoss each row's loss
   * @param weights out
   * @param step for a trimming that sets in by and by, or draws; what it reports is of training
   *     alone, as types do not weigh rows in validation
   */
  void weigh(float[] rowLoss, float[] weights, int rows, BatchContext step);
}
