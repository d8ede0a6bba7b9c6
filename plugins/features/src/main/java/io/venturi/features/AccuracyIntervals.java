package io.venturi.features;

import io.venturi.application.Interval;
import io.venturi.application.Proportion;
import java.util.Arrays;

/**
 * Intervals that two things widen: the choice of test rows, and that of the labelled rows, by
 * Student's t of the means of the draws. They are drawn apart from one another, so squares of half
 * widths add up. With one draw, test rows alone.
 *
 * <p>Of test rows it is Clopper and Pearson's interval of proportions, so that it does not shrink
 * to a point where every row was told rightly; with several draws it is that of as many rows told
 * rightly once, which is no narrower, as means of draws vary less.
 */
final class AccuracyIntervals {

  private AccuracyIntervals() {}

  /**
   * Of one accuracy, within [0, 1].
   *
   * @param rows the share of draws that told each test row rightly
   * @param draws the accuracy of each draw
   */
  static Interval of(double[] rows, double[] draws, double confidence) {
    Interval ofRows = ofRows(rows, confidence);
    double mean = mean(rows);
    double ofDraws = ofDraws(draws, confidence);
    return new Interval(
        Math.max(0, mean - Math.hypot(mean - ofRows.low(), ofDraws)),
        Math.min(1, mean + Math.hypot(ofRows.high() - mean, ofDraws)));
  }

  /**
   * Of a difference of two accuracies on the same rows and draws, within [-1, 1]: of the intervals
   * of both, less what they have in common (R. G. Newcombe, Improved confidence intervals for the
   * difference between binomial proportions based on paired data, 1998, method 10).
   */
  static Interval ofDifference(
      double[] rows, double[] draws, double[] lessRows, double[] lessDraws, double confidence) {
    double first = mean(rows);
    double second = mean(lessRows);
    Interval ofFirst = ofRows(rows, confidence);
    Interval ofSecond = ofRows(lessRows, confidence);
    double correlation = correlation(rows, lessRows);
    double below = joint(first - ofFirst.low(), ofSecond.high() - second, correlation);
    double above = joint(ofFirst.high() - first, second - ofSecond.low(), correlation);
    double[] differences = new double[draws.length];
    Arrays.setAll(differences, i -> draws[i] - lessDraws[i]);
    double ofDraws = ofDraws(differences, confidence);
    return new Interval(
        Math.max(-1, first - second - Math.hypot(below, ofDraws)),
        Math.min(1, first - second + Math.hypot(above, ofDraws)));
  }

  private static double joint(double first, double second, double correlation) {
    return Math.sqrt(
        Math.max(0, first * first - 2 * correlation * first * second + second * second));
  }

  private static Interval ofRows(double[] rows, double confidence) {
    double right = Arrays.stream(rows).sum();
    double whole = Math.rint(right);
    // Sums of shares of draws are whole but for rounding, or lie between two that are.
    boolean exact = Math.abs(right - whole) < 1e-6;
    int least = (int) (exact ? whole : Math.floor(right));
    int most = (int) (exact ? whole : Math.ceil(right));
    double mean = right / rows.length;
    return new Interval(
        Math.min(mean, new Proportion(least, rows.length).interval(confidence).low()),
        Math.max(mean, new Proportion(most, rows.length).interval(confidence).high()));
  }

  /** Half the width. */
  private static double ofDraws(double[] draws, double confidence) {
    if (draws.length == 1) {
      return 0;
    }
    double mean = mean(draws);
    double squares = Arrays.stream(draws).map(each -> (each - mean) * (each - mean)).sum();
    return StudentT.quantile(confidence, draws.length - 1)
        * Math.sqrt(squares / (draws.length - 1) / draws.length);
  }

  /** 0 where one of them is the same for all rows. */
  private static double correlation(double[] first, double[] second) {
    double meanOfFirst = mean(first);
    double meanOfSecond = mean(second);
    double both = 0;
    double squaresOfFirst = 0;
    double squaresOfSecond = 0;
    for (int i = 0; i < first.length; i++) {
      double a = first[i] - meanOfFirst;
      double b = second[i] - meanOfSecond;
      both += a * b;
      squaresOfFirst += a * a;
      squaresOfSecond += b * b;
    }
    double scale = Math.sqrt(squaresOfFirst * squaresOfSecond);
    return scale > 1e-12 ? both / scale : 0;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).sum() / values.length;
  }
}
