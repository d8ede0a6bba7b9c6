package io.venturi.anomaly;

import io.venturi.application.Interval;

/**
 * The number of successes among trials whose probability is itself drawn, from a beta distribution:
 * of false positives, where the threshold was set from a sample.
 *
 * @param trials how many, at least 1
 * @param alpha the beta distribution's first parameter, above 0
 * @param beta the second, above 0
 */
public record BetaBinomial(int trials, double alpha, double beta) {

  private static final double NEGLIGIBLE = 1e-12;

  /**
   * Refuses parameters that make no distribution.
   *
   * @throws IllegalArgumentException that says which
   */
  public BetaBinomial {
    if (trials < 1 || !(alpha > 0) || !(beta > 0)) {
      throw new IllegalArgumentException(
          "a beta-binomial distribution of " + trials + ", " + alpha + ", " + beta);
    }
  }

  /** The expected number of successes. */
  public double mean() {
    return trials * alpha / (alpha + beta);
  }

  /**
   * The interval between whose ends, both included, the number lies with this probability or more,
   * as much of the rest on either side as fits.
   *
   * @param confidence in (0, 1)
   */
  public Interval interval(double confidence) {
    return interval(confidence, 1);
  }

  /**
   * The same of the sum of several such numbers, each independent of the others.
   *
   * @param times how many, at least 1
   */
  public Interval interval(double confidence, int times) {
    double[] one = probabilities();
    double[] sum = one;
    for (int i = 1; i < times; i++) {
      sum = convolved(sum, one);
    }
    double tail = (1 - confidence) / 2;
    int low = 0;
    double below = sum[0];
    while (below < tail) {
      below += sum[++low];
    }
    int high = sum.length - 1;
    double above = sum[high];
    while (above < tail) {
      above += sum[--high];
    }
    return new Interval(low, Math.max(low, high));
  }

  /** Of 0, 1, 2, ... successes, until what remains is negligible. */
  double[] probabilities() {
    double[] logs = new double[trials + 1];
    double largest = 0;
    for (int x = 0; x < trials; x++) {
      // Each from the one before: no gamma functions.
      logs[x + 1] =
          logs[x] + Math.log((trials - x) * (x + alpha) / ((x + 1.0) * (trials - x - 1 + beta)));
      largest = Math.max(largest, logs[x + 1]);
    }
    int last = trials;
    while (last > 0 && logs[last] < largest + Math.log(NEGLIGIBLE)) {
      last--;
    }
    double[] probabilities = new double[last + 1];
    double total = 0;
    for (int x = 0; x <= last; x++) {
      probabilities[x] = Math.exp(logs[x] - largest);
      total += probabilities[x];
    }
    for (int x = 0; x <= last; x++) {
      probabilities[x] /= total;
    }
    return probabilities;
  }

  private static double[] convolved(double[] a, double[] b) {
    double[] sum = new double[a.length + b.length - 1];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        sum[i + j] += a[i] * b[j];
      }
    }
    return sum;
  }
}
