package io.venturi.anomaly;

import io.venturi.application.Quantiles;
import io.venturi.error.DataException;
import java.util.Arrays;

/**
 * The tail of a distribution as a generalised Pareto distribution, fitted by maximum likelihood to
 * what exceeds a high quantile (Pickands 1975; Grimshaw 1993, by whose substitution one parameter
 * is searched for; Siffer et al. 2017).
 *
 * @param start where the tail begins
 * @param share of the scores that lie in it
 * @param shape ξ, above −1, below which the likelihood has no bound
 * @param scale σ, above 0
 */
record PeaksOverThreshold(double start, double share, double shape, double scale) {

  private static final int LEAST = 10;
  private static final double LEAST_SHAPE = -1;
  private static final int STEPS = 400;

  /**
   * Fits the tail.
   *
   * @param sorted scores, ascending
   * @throws DataException if fewer than ten different ones are in it
   */
  static PeaksOverThreshold of(double[] sorted, double quantile) {
    double start = Quantiles.ofSorted(sorted, quantile);
    double[] peaks = Arrays.stream(sorted).filter(s -> s > start).map(s -> s - start).toArray();
    long different = Arrays.stream(peaks).distinct().count();
    if (different < LEAST) {
      throw new DataException(AnomalyMessage.TOO_FEW_PEAKS, quantile, different, sorted.length);
    }
    double mean = Arrays.stream(peaks).average().orElseThrow();
    double largest = peaks[peaks.length - 1];
    // ξ = 0: the exponential distribution, whose likelihood the others must exceed.
    double shape = 0;
    double scale = mean;
    double best = -peaks.length * (Math.log(mean) + 1);
    for (int i = 1; i < 2 * STEPS; i++) {
      double x = ratio(i, mean, largest);
      double candidate = Arrays.stream(peaks).map(y -> Math.log1p(x * y)).average().orElseThrow();
      double sigma = candidate / x;
      double likelihood = -peaks.length * (Math.log(sigma) + candidate + 1);
      if (candidate > LEAST_SHAPE && likelihood > best) {
        best = likelihood;
        shape = candidate;
        scale = sigma;
      }
    }
    return new PeaksOverThreshold(start, (double) peaks.length / sorted.length, shape, scale);
  }

  /** Values of ξ / σ to try: first those below 0, which end at −1 / largest, then those above. */
  private static double ratio(int step, double mean, double largest) {
    if (step < STEPS) {
      double nearness = Math.pow(10, -6.0 * step / STEPS);
      return -(1 - nearness) / largest - 1e-9 / largest;
    }
    return Math.pow(10, -4 + 7.0 * (step - STEPS) / STEPS) / mean;
  }

  /** The score that is exceeded with this probability, below that of the tail. */
  double exceededWith(double probability) {
    double ratio = probability / share;
    double beyond =
        Math.abs(shape) < 1e-9 ? -Math.log(ratio) : Math.expm1(-shape * Math.log(ratio)) / shape;
    return start + scale * beyond;
  }
}
