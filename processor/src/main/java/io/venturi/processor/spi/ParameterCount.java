package io.venturi.processor.spi;

/**
 * How many numbers a layer learns.
 *
 * @param weights those that multiply; shared ones count for their owner alone
 * @param biases those that are added
 */
public record ParameterCount(long weights, long biases) {

  /** A layer that learns nothing. */
  public static final ParameterCount NONE = new ParameterCount(0, 0);

  public ParameterCount {
    if (weights < 0 || biases < 0) {
      throw new IllegalArgumentException("a count is at least 0");
    }
  }

  /** Both together. */
  public ParameterCount plus(ParameterCount other) {
    return new ParameterCount(
        Math.addExact(weights, other.weights), Math.addExact(biases, other.biases));
  }

  /** Weights and biases. */
  public long total() {
    return Math.addExact(weights, biases);
  }
}
