package io.venturi.spi;

import io.venturi.kernel.Tensor;

/**
 * A term of the objective that depends on the codes of the whole batch. Stateless and thread-safe.
 * It counts in training and in validation.
 */
public interface CodePenalty {

  /** What metrics call it. */
  String name();

  /**
   * Adds the penalty's gradient to {@code gradient} and returns the penalty, both as they stand in
   * the objective of the batch (whose loss is a mean over rows).
   *
   * @param code what the encoder gave, shape (capacity, codes), the first {@code rows} rows in use
   * @param gradient the same shape; in validation it comes to nothing
   */
  double penalise(Tensor code, Tensor gradient, int rows, BatchContext step);
}
