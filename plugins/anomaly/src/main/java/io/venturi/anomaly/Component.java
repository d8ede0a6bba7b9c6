package io.venturi.anomaly;

import io.venturi.model.Attachment;

/** One of the sums that a score is made of. Immutable, for any number of threads. */
interface Component {

  Measure measure();

  /**
   * Writes what each feature of each row adds.
   *
   * @param into out, (rows, features), row after row
   */
  void contributions(RowBlock block, float[] into);

  /** Keeps its arrays. */
  void attach(Attachment.Builder attachment);
}
