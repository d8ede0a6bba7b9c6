package io.venturi.anomaly;

import io.venturi.application.Quantiles;
import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Where scores stop being normal: a row is an anomaly if its score is above. Set from the scores of
 * calibration rows, normal ones that nothing was learned from, so it can be changed without fitting
 * anything again: {@code detector.withThreshold(Threshold.quantile(0.99))}. Yours is a lambda.
 */
@FunctionalInterface
public interface Threshold {

  /**
   * The score above which rows are anomalies.
   *
   * @throws DataException if the calibration rows do not allow for it
   */
  double of(Calibration calibration);

  /** What it is by, in a few words, for messages and reports. */
  default String description() {
    return "a rule of the application";
  }

  /** This score, whatever the calibration rows say. */
  static Threshold at(double score) {
    requireIn("the threshold", score, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    return new FixedThreshold(score, "a score of " + score);
  }

  /**
   * The quantile of the calibration rows' scores below which this share of them lies, in (0, 1).
   */
  static Threshold quantile(double share) {
    requireIn("the quantile", share, 0, 1);
    return new CalibratedThreshold(
        "the " + share + " quantile", scores -> Quantiles.ofSorted(scores.sorted(), share));
  }

  /**
   * The median plus so many median absolute deviations, both of the logarithms of the scores, each
   * deviation counted 1.4826 times, which of a normal distribution is its standard deviation. Of
   * logarithms, because scores are skewed: of their own deviations, 5 still leave several per cent
   * of normal rows beyond. Withstands anomalies among the calibration rows; promises nothing.
   *
   * @param deviations above 0; 3 is usual
   */
  static Threshold medianDeviations(double deviations) {
    requireIn("the number of median absolute deviations", deviations, 0, Double.POSITIVE_INFINITY);
    return new CalibratedThreshold(
        deviations + " median absolute deviations of the logarithms of scores",
        scores -> scores.beyondMedian(deviations));
  }

  /**
   * The score that normal rows exceed with this probability, however small: the tail beyond the 98
   * % quantile is a generalised Pareto distribution (peaks over threshold: Siffer et al., Anomaly
   * Detection in Streams with Extreme Value Theory, 2017). Unlike {@link #falsePositiveRate} it
   * extrapolates, so that few calibration rows are enough for small probabilities, and nothing
   * guarantees the result.
   *
   * @param probability in (0, 0.02)
   */
  static Threshold peaksOverThreshold(double probability) {
    return peaksOverThreshold(probability, 0.98);
  }

  /**
   * The same with the tail that begins at another quantile, in (0, 1).
   *
   * @param probability in (0, 1 − quantile)
   */
  static Threshold peaksOverThreshold(double probability, double quantile) {
    requireIn("the quantile at which the tail begins", quantile, 0, 1);
    requireIn("the probability of a normal score in the tail", probability, 0, 1 - quantile);
    return new CalibratedThreshold(
        "peaks over threshold at a probability of " + probability,
        scores -> PeaksOverThreshold.of(scores.sorted(), quantile).exceededWith(probability));
  }

  /**
   * The score that about this share of normal rows exceeds, where calibration rows may hold
   * anomalies ({@link Fitting#contaminated}): the tail beyond the median of those that were kept is
   * taken for a Pareto distribution, and of the rows that were left out one in four for normal. Not
   * below the highest score that was kept, so that of rows like the calibration rows, with their
   * anomalies, no larger share is called anomalies than was left out of these. An estimate, of
   * which nothing more is promised.
   *
   * @param rate in (0, 0.5)
   */
  static Threshold estimatedRate(double rate) {
    requireIn("the rate that is estimated", rate, 0, 0.5);
    return new CalibratedThreshold(
        "an estimated false-positive rate of " + rate, scores -> scores.exceededAtEstimate(rate));
  }

  /**
   * The score that normal rows exceed with at most this probability, guaranteed for any
   * distribution: split conformal prediction (Vovk et al. 2005; Bates et al., Testing for Outliers
   * with Conformal p-values, 2023). A row is an anomaly if its {@link Calibration#pValue p-value}
   * is at most {@code rate}. The guarantee is a mean over sets of calibration rows: of one set of
   * n, the rate has the distribution Beta(k, n + 1 − k), k = ⌊rate · (n + 1)⌋. It takes calibration
   * rows that are normal, all of them: with anomalies among them the threshold lies among
   * anomalies, so where there may be some this is refused.
   *
   * @param rate in (0, 1); there must be 1 / rate − 1 calibration rows or more
   */
  static Threshold falsePositiveRate(double rate) {
    requireIn("the false-positive rate", rate, 0, 1);
    return new CalibratedThreshold(
        "a false-positive rate of at most "
            + new BigDecimal(rate).round(new MathContext(3)).stripTrailingZeros().toPlainString(),
        scores -> scores.exceededAtRate(rate));
  }

  /**
   * The threshold with the best F1, the harmonic mean of precision and recall, on rows of known
   * kinds; half-way between two scores.
   *
   * @param scores one a row, none NaN
   * @param labels 0 for normal, 1 for an anomaly
   * @throws DataException if they are not, or all rows are of one kind
   */
  static Threshold bestF1(double[] scores, int[] labels) {
    return new FixedThreshold(
        Ranking.of(scores, labels, "the data").bestF1(), "the best F1 on labelled rows");
  }

  private static void requireIn(String name, double value, double low, double high) {
    if (!(value > low && value < high)) {
      throw new DataException(
          Message.HYPERPARAMETER, name, value, "above " + low + " and below " + high);
    }
  }
}
