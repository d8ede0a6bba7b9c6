package io.venturi.anomaly;

import io.venturi.error.DataException;
import java.util.Arrays;

/** The scores of normal rows that nothing was learned from. Immutable. */
public final class Calibration {

  private final double[] sorted;

  private Calibration(double[] sorted) {
    this.sorted = sorted;
  }

  /**
   * Of these scores, in any order.
   *
   * @throws DataException if one is not a finite number
   */
  public static Calibration of(double... scores) {
    for (int i = 0; i < scores.length; i++) {
      if (!Double.isFinite(scores[i])) {
        throw new DataException(
            AnomalyMessage.SCORE_NOT_A_NUMBER, i, "the calibration rows", scores[i]);
      }
    }
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    return new Calibration(sorted);
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
   * the distribution (Bates et al. 2023). 1 if there are no calibration rows.
   */
  public double pValue(double score) {
    return (1.0 + sorted.length - below(score)) / (sorted.length + 1.0);
  }

  /**
   * How many of so many other normal rows a threshold by {@link Threshold#falsePositiveRate} will
   * call anomalies, by these calibration rows and by chance.
   *
   * @param rows how many rows, at least 1
   * @throws DataException if there are too few calibration rows for the rate
   */
  public BetaBinomial falsePositives(double rate, int rows) {
    exceededAtRate(rate);
    int allowed = allowed(rate);
    return new BetaBinomial(rows, allowed, sorted.length + 1.0 - allowed);
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
    return Quantiles.of(sorted, 0.5);
  }

  double medianDeviation() {
    double median = median();
    double[] deviations = Arrays.stream(sorted).map(s -> Math.abs(s - median)).sorted().toArray();
    return Quantiles.of(deviations, 0.5);
  }

  /** The lowest threshold above which p-values are at most {@code rate}. */
  double exceededAtRate(double rate) {
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
