package io.venturi.processor.internal.ir;

/**
 * An interval of numbers.
 *
 * @param min its lower end, or negative infinity
 * @param max its upper end, or infinity
 * @param minExclusive whether {@code min} itself is outside
 * @param maxExclusive whether {@code max} itself is outside
 */
public record Interval(double min, double max, boolean minExclusive, boolean maxExclusive) {

  /** All numbers. */
  public static final Interval ALL = closed(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** The interval with both its ends. */
  public static Interval closed(double min, double max) {
    return new Interval(min, max, false, false);
  }

  /** Whether the value is inside; what is not finite never is. */
  public boolean contains(double value) {
    return Double.isFinite(value)
        && (minExclusive ? value > min : value >= min)
        && (maxExclusive ? value < max : value <= max);
  }

  /** Whether every value of {@code other} is inside this. */
  public boolean encloses(Interval other) {
    boolean below = min < other.min || (min == other.min && (!minExclusive || other.minExclusive));
    boolean above = max > other.max || (max == other.max && (!maxExclusive || other.maxExclusive));
    return below && above;
  }

  /** As mathematics writes it: {@code [0, ∞)}. */
  @Override
  public String toString() {
    return (minExclusive || Double.isInfinite(min) ? "(" : "[")
        + Numbers.text(min)
        + ", "
        + Numbers.text(max)
        + (maxExclusive || Double.isInfinite(max) ? ")" : "]");
  }
}
