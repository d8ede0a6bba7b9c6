package io.venturi.features;

import io.venturi.application.Interval;
import java.util.Arrays;

/**
 * How much better one contender's features are than another's, for one learner and number of
 * labels, measured on the same test rows and draws.
 *
 * @param first the one
 * @param second the other
 * @param mean the difference of their accuracies, {@code first - second}
 * @param interval where it may lie on other test rows and other draws: 95 % of confidence
 */
public record FeatureDifference(
    FeatureScore first, FeatureScore second, double mean, Interval interval) {

  static FeatureDifference of(FeatureScore first, FeatureScore second, long seed) {
    double[] rows = minus(first.ofRows(), second.ofRows());
    double[] draws = minus(first.ofDraws(), second.ofDraws());
    return new FeatureDifference(
        first,
        second,
        Arrays.stream(draws).average().orElseThrow(),
        Spread.of(rows, draws, -1, seed));
  }

  /** Whether the first is ahead beyond chance. */
  public boolean isAhead() {
    return interval.low() > 0;
  }

  /** Whether the first is behind beyond chance. */
  public boolean isBehind() {
    return interval.high() < 0;
  }

  private static double[] minus(double[] first, double[] second) {
    double[] differences = new double[first.length];
    Arrays.setAll(differences, i -> first[i] - second[i]);
    return differences;
  }
}
