package io.venturi.spi;

/** Corrupts the encoder's input, during training alone. Stateless and thread-safe. */
@FunctionalInterface
public interface Corruption {

  /**
   * Corrupts {@code rows} whole rows of {@code width} values, in place. Randomness comes from
   * {@code step.seed()} and the number of the row in its batch alone, so that it does not depend on
   * how a batch is cut up. Allocates nothing.
   *
   * @param firstRow the number in its batch of the first row here
   */
  void corrupt(float[] values, int rows, int width, int firstRow, StepContext step);
}
