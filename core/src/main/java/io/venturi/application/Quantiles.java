package io.venturi.application;

import java.util.Arrays;

/**
 * Quantiles of samples, interpolated linearly between the two nearest values: type 7 of Hyndman and
 * Fan, Sample Quantiles in Statistical Packages, 1996, and the default of NumPy and R. Of an even
 * number of values the median lies half-way between the middle two.
 */
public final class Quantiles {

  private Quantiles() {}

  /**
   * The value that a share of the values is below.
   *
   * @param values one or more in any order, not changed; infinite ones are allowed, NaN is not
   * @param share of them below the quantile, in [0, 1]
   * @throws IllegalArgumentException if there are no values, one is NaN, or it is no share
   */
  public static double of(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return ofSorted(sorted, share);
  }

  /** The quantile of 0.5. */
  public static double median(double[] values) {
    return of(values, 0.5);
  }

  /**
   * The same for who has sorted already, or takes several.
   *
   * @param sorted one or more, ascending
   */
  public static double ofSorted(double[] sorted, double share) {
    if (sorted.length == 0) {
      throw new IllegalArgumentException("No values have no quantiles.");
    }
    // Sorting puts NaN last.
    if (Double.isNaN(sorted[sorted.length - 1])) {
      throw new IllegalArgumentException("Values that are NaN have no order.");
    }
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("A share of " + share + " is not between 0 and 1.");
    }
    double place = share * (sorted.length - 1);
    int below = (int) place;
    double part = place - below;
    // No weighted mean of both, which rounds: equal neighbours are to give their value. Nor a
    // difference of those, which infinite ones have not.
    return part == 0 || sorted[below] == sorted[below + 1]
        ? sorted[below]
        : sorted[below] + part * (sorted[below + 1] - sorted[below]);
  }
}
