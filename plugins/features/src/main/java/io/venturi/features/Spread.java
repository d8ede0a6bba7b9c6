package io.venturi.features;

import io.venturi.application.Bootstrap;
import io.venturi.application.Interval;
import java.util.Arrays;

/**
 * An interval that two things widen: the choice of test rows, by the bootstrap, and that of the
 * labelled rows, by Student's t of the means of the draws. They are drawn apart from one another,
 * so squares of half widths add up. With one draw, test rows alone.
 */
final class Spread {

  /** 97.5 % points of Student's t with 1, 2, ... 19 degrees of freedom. */
  private static final double[] T = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093
  };

  private Spread() {}

  /**
   * 95 % of confidence around the mean, within what it can be.
   *
   * @param rows a value for each test row, its mean over the draws
   * @param draws a value for each draw, its mean over the test rows
   * @param least of the values; the largest is 1
   */
  static Interval of(double[] rows, double[] draws, double least, long seed) {
    Interval byRows = Bootstrap.of(seed).mean(rows);
    double mean = Arrays.stream(rows).average().orElseThrow();
    double byDraws = draws.length == 1 ? 0 : T[draws.length - 2] * standardError(draws);
    return new Interval(
        Math.max(least, mean - Math.hypot(Math.max(0, mean - byRows.low()), byDraws)),
        Math.min(1, mean + Math.hypot(Math.max(0, byRows.high() - mean), byDraws)));
  }

  private static double standardError(double[] draws) {
    double mean = Arrays.stream(draws).average().orElseThrow();
    double squares = Arrays.stream(draws).map(each -> (each - mean) * (each - mean)).sum();
    return Math.sqrt(squares / (draws.length - 1) / draws.length);
  }
}
