package io.venturi.features;

import io.venturi.application.Interval;

/**
 * How much better one contender's features are than another's, for one learner and number of
 * labels, measured on the same test rows and draws.
 *
 * @param first the one
 * @param second the other
 * @param mean the difference of their accuracies, {@code first - second}
 * @param interval where it may lie on other test rows and other draws: 95 % of confidence that
 *     every difference of the comparison lies in its own (Bonferroni's: each has {@code 1 - 0.05 /
 *     m}, of m differences), so that looking at many of them does not make one stand out by chance
 */
public record FeatureDifference(
    FeatureScore first, FeatureScore second, double mean, Interval interval) {

  /**
   * @param among how many differences it is looked at
   */
  static FeatureDifference of(FeatureScore first, FeatureScore second, int among) {
    return new FeatureDifference(
        first,
        second,
        first.accuracy() - second.accuracy(),
        AccuracyIntervals.ofDifference(
            first.ofRows(),
            first.ofDraws(),
            second.ofRows(),
            second.ofDraws(),
            1 - (1 - FeatureScore.CONFIDENCE) / among));
  }

  /** Whether the first is ahead beyond chance. */
  public boolean isAhead() {
    return interval.low() > 0;
  }

  /** Whether the first is behind beyond chance. */
  public boolean isBehind() {
    return interval.high() < 0;
  }
}
