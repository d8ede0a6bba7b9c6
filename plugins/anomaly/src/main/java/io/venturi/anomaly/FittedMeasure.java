package io.venturi.anomaly;

import io.venturi.model.Attachment;

/**
 * A {@link Measure} that knows what is usual of normal rows: one of the sums that a score is made
 * of. Immutable, for any number of threads.
 */
public interface FittedMeasure {

  /**
   * What each feature of each row adds to the measure of the row, which is their sum.
   *
   * @param block not to be changed: other measures see the same one
   * @return a new array (rows, features), row after row: 0 or more each. What is given of a missing
   *     value does not count
   */
  float[] contributions(RowBlock block);

  /**
   * Writes all that {@link Measure#read} needs to give the same bits.
   *
   * @param state empty, and the measure's own
   */
  void attach(Attachment.Builder state);
}
