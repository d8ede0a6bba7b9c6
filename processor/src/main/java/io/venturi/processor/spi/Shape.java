package io.venturi.processor.spi;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * The shape of one row between two layers: {@code (features)}, or {@code (height, width, channels)}
 * for images.
 *
 * @param dims at least one
 */
public record Shape(List<Dim> dims) {

  public Shape {
    dims = List.copyOf(dims);
    if (dims.isEmpty()) {
      throw new IllegalArgumentException("a shape has at least one size");
    }
  }

  /** A shape of fixed sizes. */
  public static Shape of(int... sizes) {
    return new Shape(Arrays.stream(sizes).mapToObj(Dim::of).toList());
  }

  /** A row of so many numbers. */
  public static Shape flat(Dim width) {
    return new Shape(List.of(width));
  }

  /**
   * The number of values of one row, if the spec fixes it.
   *
   * @throws ArithmeticException if it is not an {@code int}
   */
  public OptionalInt width() {
    int width = 1;
    for (Dim dim : dims) {
      OptionalInt size = dim.fixed();
      if (size.isEmpty()) {
        return OptionalInt.empty();
      }
      width = Math.multiplyExact(width, size.getAsInt());
    }
    return OptionalInt.of(width);
  }

  /** The number of values of one row as one size. */
  public Dim flatten() {
    OptionalInt width = width();
    if (width.isPresent()) {
      return Dim.of(width.getAsInt());
    }
    if (dims.size() == 1) {
      return dims.get(0);
    }
    throw new IllegalStateException("only a flat shape may leave its width to the data: " + this);
  }

  /** As people write it: {@code 784}, {@code 28×28×1}. */
  @Override
  public String toString() {
    return dims.stream().map(Dim::toString).collect(Collectors.joining("×"));
  }
}
