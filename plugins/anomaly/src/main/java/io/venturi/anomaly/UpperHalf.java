package io.venturi.anomaly;

/**
 * The tail of scores beyond their median as a Pareto distribution, whose logarithms are exponential
 * (Hill 1975; Weissman, Estimation of Parameters and Large Quantiles Based on the k Largest
 * Observations, 1978). Where the highest scores were left out, what is known of those of them that
 * were normal is that they are not below the rest (maximum likelihood of a censored sample).
 *
 * @param median of the scores that were kept, above 0
 * @param scale the mean of the logarithms beyond that of the median
 * @param share of the normal rows that lie beyond the median
 */
record UpperHalf(double median, double scale, double share) {

  /**
   * Shares of anomalies are stated somewhat above what they are, so that not all rows left out are
   * anomalies: of four, this counts three.
   */
  private static final double NORMAL = 0.25;

  /** Lower scores count as this, so that all have logarithms. */
  private static final double LEAST = 1e-12;

  /**
   * Fits the tail.
   *
   * @param kept scores, ascending, one or more
   * @param trimmed the share of all scores that was left out above them
   */
  static UpperHalf of(double[] kept, double trimmed) {
    int middle = kept.length / 2;
    double start = Math.log(Math.max(kept[middle], LEAST));
    double end = Math.log(Math.max(kept[kept.length - 1], LEAST));
    double censored = NORMAL * kept.length * trimmed / (1 - trimmed);
    double sum = censored * (end - start);
    for (int i = middle + 1; i < kept.length; i++) {
      sum += Math.log(Math.max(kept[i], LEAST)) - start;
    }
    double beyond = kept.length - middle + censored;
    return new UpperHalf(
        Math.exp(start),
        sum / Math.max(1, kept.length - middle - 1),
        beyond / (kept.length + censored));
  }

  /** The score that is exceeded with this probability, below the tail's share. */
  double exceededWith(double probability) {
    return median * Math.pow(share / probability, scale);
  }
}
