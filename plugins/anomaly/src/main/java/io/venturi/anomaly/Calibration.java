package io.venturi.anomaly;

import io.venturi.application.Quantiles;
import io.venturi.error.DataException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * The scores of normal rows that nothing was learned from. Immutable.
 *
 * <p>What is promised of normal rows, p-values and rates of false positives, holds if all of these
 * rows are normal. Of rows that may hold anomalies ({@link #trimmed}) nothing is promised, and what
 * would be throws {@link DataException}.
 */
public final class Calibration {

  /** The standard deviation of a normal distribution, in median absolute deviations. */
  private static final double DEVIATION = 1.4826;

  /** Lower scores count as this, so that all have logarithms. */
  private static final double LEAST = 1e-12;

  private final double[] sorted;
  private final double trimmed;

  private Calibration(double[] sorted, double trimmed) {
    this.sorted = sorted;
    this.trimmed = trimmed;
  }

  /**
   * Of these scores, in any order.
   *
   * @throws DataException if one is not a finite number
   */
  public static Calibration of(double... scores) {
    return ofTrimmed(0, scores);
  }

  /**
   * Of rows that may hold anomalies: this share of them, those with the highest scores, is left
   * out.
   *
   * @param share in [0, 0.5]
   */
  static Calibration trimmed(double share, double... scores) {
    double[] sorted = ofTrimmed(share, scores).sorted;
    return new Calibration(Arrays.copyOf(sorted, Trimming.kept(share, sorted.length)), share);
  }

  /** Of scores that are left of such rows. */
  static Calibration ofTrimmed(double share, double... scores) {
    for (int i = 0; i < scores.length; i++) {
      if (!Double.isFinite(scores[i])) {
        throw new DataException(
            AnomalyMessage.SCORE_NOT_A_NUMBER, i, "the calibration rows", scores[i]);
      }
    }
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    return new Calibration(sorted, share);
  }

  /**
   * The share of the rows that was left out, those with the highest scores, because they may be
   * anomalies; 0 where all were said to be normal.
   */
  public double trimmed() {
    return trimmed;
  }

  /** How many there are. */
  public int size() {
    return sorted.length;
  }

  /** The scores, ascending: a copy. */
  public double[] sorted() {
    return sorted.clone();
  }

  /**
   * The share of normal rows with so high a score, {@code (1 + #{calibration ≥ score}) / (n + 1)}:
   * if a row is normal, this is at most u with a probability of at most u, for every u, whatever
   * the distribution (Bates et al. 2023).
   *
   * @throws DataException if there are no calibration rows, or they may hold anomalies
   */
  public double pValue(double score) {
    requirePValues();
    return (1.0 + sorted.length - below(score)) / (sorted.length + 1.0);
  }

  /**
   * How many of so many other normal rows a threshold by {@link Threshold#falsePositiveRate} will
   * call anomalies, by these calibration rows and by chance.
   *
   * @param rows how many rows, at least 1
   * @throws DataException if there are too few calibration rows for the rate, or they may hold
   *     anomalies
   */
  public BetaBinomial falsePositives(double rate, int rows) {
    exceededAtRate(rate);
    int allowed = allowed(rate);
    return new BetaBinomial(rows, allowed, sorted.length + 1.0 - allowed);
  }

  /** Whether there are p-values. */
  boolean promises() {
    return sorted.length > 0 && trimmed == 0;
  }

  void requirePValues() {
    requirePromise("p-values");
    if (sorted.length == 0) {
      throw new DataException(AnomalyMessage.NO_CALIBRATION, "p-values");
    }
  }

  private String percent() {
    BigDecimal percent = new BigDecimal(100 * trimmed).round(new MathContext(3));
    return percent.stripTrailingZeros().toPlainString() + " %";
  }

  /** What is to be said of thresholds by these rows; nothing if they are said to be normal. */
  String caveat() {
    return trimmed == 0
        ? ""
        : ", without the highest "
            + percent()
            + " of the calibration rows, which may be anomalies: nothing is promised";
  }

  private void requirePromise(String what) {
    if (trimmed > 0) {
      throw new DataException(AnomalyMessage.NO_PROMISE, what, percent());
    }
  }

  /** How many scores are below this one. */
  private int below(double score) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < score) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  double median() {
    return Quantiles.ofSorted(sorted, 0.5);
  }

  double exceededAtEstimate(double rate) {
    double score = UpperHalf.of(sorted, trimmed).exceededWith(rate);
    return trimmed > 0 ? Math.max(score, sorted[sorted.length - 1]) : score;
  }

  /**
   * The median of the scores' logarithms plus so many median absolute deviations of them, as a
   * score.
   */
  double beyondMedian(double deviations) {
    double[] logs = Arrays.stream(sorted).map(s -> Math.log(Math.max(s, LEAST))).toArray();
    double median = Quantiles.ofSorted(logs, 0.5);
    double[] distances = Arrays.stream(logs).map(s -> Math.abs(s - median)).sorted().toArray();
    return Math.exp(median + deviations * DEVIATION * Quantiles.ofSorted(distances, 0.5));
  }

  /** The lowest threshold above which p-values are at most {@code rate}. */
  double exceededAtRate(double rate) {
    requirePromise("promised false-positive rates");
    int allowed = allowed(rate);
    if (allowed < 1) {
      int needed = (int) Math.ceil(1 / rate - 1 - 1e-9);
      throw new DataException(
          AnomalyMessage.RATE_TOO_LOW, rate, needed, sorted.length, leastRate());
    }
    return sorted[sorted.length - allowed];
  }

  /** How many of one more row than there are may be called anomalies; 0.07 · 100 is 7. */
  private int allowed(double rate) {
    return (int) Math.floor(rate * (sorted.length + 1) + 1e-9);
  }

  /** The lowest rate that so few rows can promise. */
  double leastRate() {
    return 1.0 / (sorted.length + 1);
  }
}
