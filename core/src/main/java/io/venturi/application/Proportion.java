package io.venturi.application;

/**
 * How often something was so.
 *
 * <p>Its interval is the exact one of Clopper and Pearson (The Use of Confidence or Fiducial Limits
 * Illustrated in the Case of the Binomial, 1934): it holds the true probability at least as often
 * as it says, however few trials there were, so verdicts may be made of it. It does not shrink to a
 * point where all trials ended alike, as the {@link Bootstrap} of such values does: of 40 out of 40
 * it is 0.912 to 1.
 *
 * @param successes how often it was so, from 0 to {@code trials}
 * @param trials how often it could have been, at least 1; independent of one another
 */
public record Proportion(int successes, int trials) {

  /**
   * Refuses counts that are none.
   *
   * @throws IllegalArgumentException that says which
   */
  public Proportion {
    if (trials < 1 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(successes + " of " + trials + " is no proportion.");
    }
  }

  /** Successes per trial, in [0, 1]. */
  public double value() {
    return (double) successes / trials;
  }

  /** Where the probability may lie, with a confidence of 95 %. */
  public Interval interval() {
    return interval(0.95);
  }

  /**
   * Where the probability may lie.
   *
   * @param confidence in (0, 1)
   */
  public Interval interval(double confidence) {
    if (!(confidence > 0 && confidence < 1)) {
      throw new IllegalArgumentException(
          "A confidence of " + confidence + " is not between 0 and 1, such as 0.95.");
    }
    double tail = (1 - confidence) / 2;
    return new Interval(
        lowest(successes, trials, tail), 1 - lowest(trials - successes, trials, tail));
  }

  /** The probability with which so many successes, or more, come about this seldom. */
  private static double lowest(int successes, int trials, double seldom) {
    if (successes == 0) {
      return 0;
    }
    double logWays = logWays(successes, trials);
    double low = 0;
    double high = (double) successes / trials;
    for (int i = 0; i < Double.SIZE; i++) {
      double middle = (low + high) / 2;
      if (atLeast(successes, trials, middle, logWays) < seldom) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The logarithm of the binomial coefficient. */
  private static double logWays(int successes, int trials) {
    double sum = 0;
    for (int i = Math.min(successes, trials - successes); i > 0; i--) {
      sum += StrictMath.log((trials - i + 1.0) / i);
    }
    return sum;
  }

  /** How likely so many successes are, or more: where fewer are expected, so terms fall. */
  private static double atLeast(int successes, int trials, double probability, double logWays) {
    double term =
        StrictMath.exp(
            logWays
                + successes * StrictMath.log(probability)
                + (trials - successes) * StrictMath.log1p(-probability));
    double odds = probability / (1 - probability);
    double sum = 0;
    for (int k = successes; k <= trials && term > 1e-17 * sum; k++) {
      sum += term;
      term *= odds * (trials - k) / (k + 1);
    }
    return sum;
  }
}
