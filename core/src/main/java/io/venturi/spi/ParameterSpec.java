package io.venturi.spi;

import io.venturi.kernel.Initializer;
import io.venturi.kernel.Tensor;
import java.util.Arrays;
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

  private static final Initializer ONES =
      (weights, fanIn, fanOut, random) -> Arrays.fill(weights, 1f);

  /** A matrix drawn by {@code initializer}, with rows as fan-in and columns as fan-out. */
  public static ParameterSpec weights(int rows, int columns, Initializer initializer) {
    return new ParameterSpec("weights", rows, columns, Optional.of(initializer), true);
  }

  /** A row of zeros to start with. */
  public static ParameterSpec biases(int columns) {
    return new ParameterSpec("biases", 1, columns, Optional.empty(), false);
  }

  /** A row of ones to start with, which values are multiplied by; they do not decay. */
  public static ParameterSpec scales(int columns) {
    return new ParameterSpec("scales", 1, columns, Optional.of(ONES), false);
  }

  /** What is learned without a gradient, zeros to start with. */
  static ParameterSpec state(int size) {
    return new ParameterSpec("state", 1, size, Optional.empty(), false);
  }

  /** This block at a place of a flat vector. */
  ParameterBlock at(int offset, Tensor flat) {
    return new ParameterBlock(this, offset, flat.view(offset, rows, columns));
  }

  /** How many numbers. */
  public int size() {
    return Math.multiplyExact(rows, columns);
  }
}
