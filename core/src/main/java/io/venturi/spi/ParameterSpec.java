package io.venturi.spi;

import io.venturi.kernel.Initializer;
import java.util.Arrays;
import java.util.Optional;

/**
 * One block of a layer's parameters.
 *
 * @param name unique in its layer: {@code weights}, {@code biases}
 * @param rows of the matrix
 * @param columns of the matrix
 * @param fanIn for weights, how many inputs each unit has
 * @param fanOut for weights, how many units each input feeds
 * @param initializer what draws the starting values; empty means zeros
 * @param decays whether weight decay applies to them: it does to weights, not to biases
 * @param readers which weights read the same input; empty of what inputs are not multiplied by,
 *     such as biases
 */
public record ParameterSpec(
    String name,
    int rows,
    int columns,
    int fanIn,
    int fanOut,
    Optional<Initializer> initializer,
    boolean decays,
    Optional<Readers> readers) {

  public ParameterSpec {
    readers.ifPresent(
        each -> {
          // Whether so many fit into memory is for who allocates them to say.
          if ((long) rows * columns % ((long) each.inputs() * each.stride()) != 0) {
            throw new IllegalArgumentException(
                name + " of " + rows + " x " + columns + " are not read by " + each);
          }
        });
  }

  /**
   * A matrix drawn by {@code initializer}, with a row for each input as fan-in, and columns as
   * fan-out.
   */
  public static ParameterSpec weights(int rows, int columns, Initializer initializer) {
    return weights(rows, columns, rows, columns, new Readers(rows, columns), initializer);
  }

  /**
   * A matrix drawn by {@code initializer}, where fans and inputs are other numbers than rows and
   * columns, as in convolutions.
   */
  public static ParameterSpec weights(
      int rows, int columns, int fanIn, int fanOut, Readers readers, Initializer initializer) {
    return new ParameterSpec(
        "weights",
        rows,
        columns,
        fanIn,
        fanOut,
        Optional.of(initializer),
        true,
        Optional.of(readers));
  }

  /** A row of zeros to start with. */
  public static ParameterSpec biases(int columns) {
    return row("biases", columns, Optional.empty());
  }

  /** A row of ones to start with, which values are multiplied by; they do not decay. */
  public static ParameterSpec scales(int columns) {
    return constant("scales", columns, 1f);
  }

  /** A row that starts with this value everywhere; it does not decay. */
  public static ParameterSpec constant(String name, int columns, float value) {
    return row(
        name, columns, Optional.of((values, fanIn, fanOut, random) -> Arrays.fill(values, value)));
  }

  /** What is learned without a gradient, zeros to start with. */
  static ParameterSpec state(int size) {
    return row("state", size, Optional.empty());
  }

  private static ParameterSpec row(String name, int columns, Optional<Initializer> initializer) {
    return new ParameterSpec(name, 1, columns, 1, columns, initializer, false, Optional.empty());
  }

  /** How many numbers. */
  public int size() {
    return Math.multiplyExact(rows, columns);
  }
}
