package io.venturi.anomaly;

/** Quantiles of sorted values, interpolated linearly between the two nearest (numpy's default). */
final class Quantiles {

  private Quantiles() {}

  /**
   * @param sorted one or more, ascending
   * @param share in [0, 1]
   */
  static double of(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
