package io.venturi.application;

/**
 * An interval of confidence around a measured figure.
 *
 * @param low its lower end
 * @param high its upper end, not below {@code low}
 */
public record Interval(double low, double high) {

  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("an interval from " + low + " to " + high);
    }
  }

  /** Whether this value lies in it, its ends included. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
