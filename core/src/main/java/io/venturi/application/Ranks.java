package io.venturi.application;

import java.util.Arrays;

/**
 * Two samples compared by their ranks alone: how likely a value of the first is above one of the
 * second, equal ones counting half. It is the statistic of Mann and Whitney (On a Test of Whether
 * One of Two Random Variables is Stochastically Larger than the Other, 1947) over the number of
 * pairs, and the area under the ROC curve if the first are the scores of what is to be found.
 * Immutable.
 */
public final class Ranks {

  /** The normal distribution's 97.5 % quantile. */
  private static final double QUANTILE = 1.959964;

  private final int first;
  private final int second;
  private final double above;
  private final double variance;

  private Ranks(int first, int second, double above, double variance) {
    this.first = first;
    this.second = second;
    this.above = above;
    this.variance = variance;
  }

  /**
   * Compares two samples.
   *
   * @param first one value or more, not NaN
   * @param second the same, independent of the first
   * @throws IllegalArgumentException if one has no values, or a NaN
   */
  public static Ranks of(double[] first, double[] second) {
    double[] sortedFirst = sorted(first);
    double[] sortedSecond = sorted(second);
    double[] ofFirst = Arrays.stream(sortedFirst).map(v -> below(v, sortedSecond)).toArray();
    double[] ofSecond = Arrays.stream(sortedSecond).map(v -> below(v, sortedFirst)).toArray();
    return new Ranks(
        first.length,
        second.length,
        mean(ofFirst),
        variance(ofFirst) / first.length + variance(ofSecond) / second.length);
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    if (sorted.length == 0 || Double.isNaN(sorted[sorted.length - 1])) {
      throw new IllegalArgumentException(
          sorted.length == 0 ? "No values have no ranks." : "Values that are NaN have no ranks.");
    }
    return sorted;
  }

  /** In [0, 1]; 0.5 of samples of one distribution. */
  public double probabilityAbove() {
    return above;
  }

  /**
   * Where {@link #probabilityAbove} may lie on other values of the same kinds, with a confidence of
   * 95 %: from the lower to the higher ends of two intervals. The one is by the variance of DeLong,
   * DeLong and Clarke-Pearson (Comparing the Areas under Two or More Correlated Receiver Operating
   * Characteristic Curves, 1988) on the scale of logits; it is right for any distributions if there
   * are many values, but shrinks to a point where the samples do not overlap, and nearly does so
   * where they hardly do. The other, method 5 of Newcombe (Confidence Intervals for an Effect Size
   * Measure Based on the Mann-Whitney Statistic, part 2, 2006), assumes a shape and is wide enough
   * for few values: three above all of a thousand others make 0.708 to 1.
   */
  public Interval interval() {
    double low = reached(above, 0);
    double high = reached(above, 1);
    if (above > 0 && above < 1) {
      double logit = StrictMath.log(above / (1 - above));
      double reach = QUANTILE * Math.sqrt(variance) / (above * (1 - above));
      low = Math.min(low, 1 / (1 + StrictMath.exp(reach - logit)));
      high = Math.max(high, 1 / (1 + StrictMath.exp(-reach - logit)));
    }
    return new Interval(low, high);
  }

  /** The farthest from what was measured, towards an end, that does not contradict it. */
  private double reached(double inside, double outside) {
    double within = inside;
    double beyond = outside;
    for (int i = 0; i < Double.SIZE; i++) {
      double middle = (within + beyond) / 2;
      double off = middle - above;
      if (off * off > QUANTILE * QUANTILE * newcombe(middle)) {
        beyond = middle;
      } else {
        within = middle;
      }
    }
    return (within + beyond) / 2;
  }

  /** The variance of the figure if the probability were this one. */
  private double newcombe(double p) {
    double others = (first + second) / 2.0 - 1;
    return p * (1 - p) * (1 + others * ((1 - p) / (2 - p) + p / (1 + p))) / first / second;
  }

  /** The share of sorted values below one; equal ones count half. */
  private static double below(double value, double[] sorted) {
    return (count(sorted, value, false) + count(sorted, value, true)) / 2.0 / sorted.length;
  }

  /** How many of sorted values are below one, or not above it. */
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
