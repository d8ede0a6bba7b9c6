package io.venturi.spi;

import io.venturi.kernel.Initializer;
import java.util.Optional;

/**
 * One block of a layer's parameters.
 *
 * @param name unique in its layer: {@code weights}, {@code biases}
 * @param rows of the matrix; for weights, the fan-in
 * @param columns of the matrix; for weights, the fan-out
 * @param initializer what draws the starting values; empty means zeros
 * @param decays whether weight decay applies to them: it does to weights, not to biases
 */
public record ParameterSpec(
    String name, int rows, int columns, Optional<Initializer> initializer, boolean decays) {

  /** A matrix drawn by {@code initializer}, with rows as fan-in and columns as fan-out. */
  public static ParameterSpec weights(int rows, int columns, Initializer initializer) {
    return new ParameterSpec("weights", rows, columns, Optional.of(initializer), true);
  }

  /** A row of zeros to start with. */
  public static ParameterSpec biases(int columns) {
    return new ParameterSpec("biases", 1, columns, Optional.empty(), false);
  }

  /** How many numbers. */
  public int size() {
    return Math.multiplyExact(rows, columns);
  }
}
