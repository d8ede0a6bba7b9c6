package io.venturi.spi;

import io.venturi.kernel.Tensor;

/** A term of the loss that depends on the codes of the whole batch. Stateless and thread-safe. */
@FunctionalInterface
public interface CodePenalty {

  /**
   * Adds the penalty's gradient to {@code gradient} and returns the penalty, both as they stand in
   * the loss of the batch (which is a mean over rows).
   *
   * @param code shape (capacity, codes), the first {@code rows} rows in use
   * @param gradient the same shape
   */
  double penalise(Tensor code, Tensor gradient, int rows);
}
