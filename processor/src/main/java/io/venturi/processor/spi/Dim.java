package io.venturi.processor.spi;

import java.util.OptionalInt;

/**
 * One size of a shape: a number that the spec writes, or a share of the input's width, which is
 * known when the data is.
 */
public sealed interface Dim {

  /** The size, if the spec fixes it. */
  OptionalInt fixed();

  /** The size in a network whose input is {@code inputWidth} wide. */
  int in(int inputWidth);

  /** So many times this size. */
  default Dim times(int factor) {
    if (factor == 1) {
      return this;
    }
    OptionalInt size = fixed();
    return size.isPresent()
        ? of(Math.multiplyExact(size.getAsInt(), factor))
        : new Multiple(this, factor);
  }

  /** A size that is {@code size} whatever the data. */
  static Dim of(int size) {
    return new Fixed(size);
  }

  /**
   * A size written in the spec.
   *
   * @param size at least 1
   */
  record Fixed(int size) implements Dim {

    public Fixed {
      if (size < 1) {
        throw new IllegalArgumentException("a size is at least 1, not " + size);
      }
    }

    @Override
    public OptionalInt fixed() {
      return OptionalInt.of(size);
    }

    @Override
    public int in(int inputWidth) {
      return size;
    }

    @Override
    public String toString() {
      return Integer.toString(size);
    }
  }

  /**
   * A share of the input's width, rounded up, at least 1. A product within one part in
   * 10<sup>12</sup> of a whole number is that number: floating point has 0.07 · 100 above 7.
   *
   * @param fraction above 0; 1 is the input's width itself
   */
  record OfInput(double fraction) implements Dim {

    /** The input's width itself. */
    public static final OfInput ALL = new OfInput(1);

    /** The run time has the same rule, {@code FromData.share}; a test compares the two. */
    private static final double ROUNDING = 1e-12;

    public OfInput {
      if (!(fraction > 0) || Double.isInfinite(fraction)) {
        throw new IllegalArgumentException("a share is above 0 and finite, not " + fraction);
      }
    }

    @Override
    public OptionalInt fixed() {
      return OptionalInt.empty();
    }

    @Override
    public int in(int inputWidth) {
      return Math.max(1, (int) Math.ceil(fraction * inputWidth * (1 - ROUNDING)));
    }

    @Override
    public String toString() {
      return fraction == 1 ? "as wide as the input" : fraction + " of the input";
    }
  }

  /**
   * A multiple of a size that the data decides.
   *
   * @param dim the size
   * @param factor at least 2
   */
  record Multiple(Dim dim, int factor) implements Dim {

    public Multiple {
      if (factor < 2 || dim.fixed().isPresent()) {
        throw new IllegalArgumentException("no multiple: " + factor + " times " + dim);
      }
    }

    @Override
    public OptionalInt fixed() {
      return OptionalInt.empty();
    }

    @Override
    public int in(int inputWidth) {
      return Math.multiplyExact(factor, dim.in(inputWidth));
    }

    @Override
    public String toString() {
      return factor + " times " + dim;
    }
  }
}
