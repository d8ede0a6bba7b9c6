package io.venturi.application;

import io.venturi.kernel.Seeds;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Intervals of confidence for means of measured values, by the bootstrap: rows are drawn anew from
 * those at hand, with replacement and as many, and the interval lies between percentiles of the
 * means of such samples (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13).
 * It says how far a mean would differ on other rows of the same kind; not on models of other seeds.
 * Of values that are all the same it is a point: shares of rows have a {@link Proportion}. Cheap,
 * so that no figure needs to go without: ten million draws take well under a second. The same seed
 * gives the same bits on any number of threads.
 *
 * @param resamples how many samples are drawn, at least 100
 * @param confidence the share of them between the interval's ends, in (0, 1)
 * @param seed of the draws
 */
public record Bootstrap(int resamples, double confidence, long seed) {

  /**
   * Refuses settings that give no interval.
   *
   * @throws IllegalArgumentException that says which one
   */
  public Bootstrap {
    if (resamples < 100) {
      throw new IllegalArgumentException(
          resamples + " resamples have no tails to speak of: draw 100 or more, such as 1000.");
    }
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "A confidence of " + confidence + " is not between 0 and 1, such as 0.95.");
    }
  }

  /** 1,000 samples, of which 95 % lie in the interval. */
  public static Bootstrap of(long seed) {
    return new Bootstrap(1_000, 0.95, seed);
  }

  /**
   * Where the mean of these values may lie.
   *
   * @param values one a row, at least one, finite
   * @throws IllegalArgumentException if there are none, or one is not finite
   */
  public Interval mean(double[] values) {
    requireFinite(values);
    double[] means =
        IntStream.range(0, resamples).parallel().mapToDouble(i -> of(values, i)).toArray();
    Arrays.sort(means);
    double tail = (1 - confidence) / 2;
    return new Interval(Quantiles.ofSorted(means, tail), Quantiles.ofSorted(means, 1 - tail));
  }

  /**
   * Where the mean of the differences {@code first[i] - second[i]} may lie: of two that were
   * measured on the same rows. Much narrower than what the intervals of the two means tell, since
   * what is hard about a row is hard for both. An interval above 0 means that the first is larger
   * beyond what chance in the choice of rows explains.
   *
   * @param first one a row, at least one, finite
   * @param second of the same rows
   * @throws IllegalArgumentException if there are none, or not as many of both, or a difference is
   *     not finite
   */
  public Interval pairedDifference(double[] first, double[] second) {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          first.length + " values and " + second.length + " are not of the same rows.");
    }
    double[] differences = new double[first.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = first[i] - second[i];
    }
    return mean(differences);
  }

  /** The mean of the sample with this number. */
  private double of(double[] values, int sample) {
    long stream = Seeds.of(seed, sample);
    long choices = 2L * values.length;
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[(int) Math.multiplyHigh(Seeds.draw(stream, i) >>> 1, choices)];
    }
    return sum / values.length;
  }

  private static void requireFinite(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("No values have no mean.");
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "Value " + i + " is " + values[i] + ", and so would be the mean.");
      }
    }
  }
}
