package io.venturi.generation;

import io.venturi.application.Interval;
import java.util.Arrays;

/**
 * The probability that a value of one sample is below one of another, equal ones counting half: the
 * statistic of Mann and Whitney (1947), which is also the area under the ROC curve. Its interval is
 * of the normal approximation with the variance of DeLong, DeLong and Clarke-Pearson (1988).
 */
final class RankShift {

  /** The normal distribution's 97.5 % quantile. */
  private static final double QUANTILE = 1.959964;

  private RankShift() {}

  static Share below(double[] first, double[] second) {
    double[] ofFirst = shares(first, second, true);
    double[] ofSecond = shares(second, first, false);
    double value = mean(ofFirst);
    double deviation =
        Math.sqrt(variance(ofFirst) / first.length + variance(ofSecond) / second.length);
    return new Share(
        value,
        new Interval(
            Math.max(0, value - QUANTILE * deviation), Math.min(1, value + QUANTILE * deviation)));
  }

  /** For each value the share of the others above it, or below it; equal ones count half. */
  private static double[] shares(double[] values, double[] others, boolean above) {
    double[] sorted = others.clone();
    Arrays.sort(sorted);
    return Arrays.stream(values)
        .map(
            value -> {
              int less = count(sorted, value, false);
              int lessOrEqual = count(sorted, value, true);
              double below = (less + lessOrEqual) / 2.0 / sorted.length;
              return above ? 1 - below : below;
            })
        .toArray();
  }

  /** How many of sorted values are below a value, or not above it. */
  private static int count(double[] sorted, double value, boolean orEqual) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (sorted[middle] < value || (orEqual && sorted[middle] == value)) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }

  private static double variance(double[] values) {
    if (values.length < 2) {
      return 0;
    }
    double mean = mean(values);
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
  }
}
