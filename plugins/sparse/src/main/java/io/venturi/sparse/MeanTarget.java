package io.venturi.sparse;

/**
 * The divergence of units' mean activations from a target.
 *
 * @param target ρ
 * @param weight of the divergence in the objective
 */
record MeanTarget(double target, double weight) {

  /** A mean nearer to 0 or 1 counts as this far from it. */
  private static final double MARGIN = 1e-6;

  static MeanTarget of(KullbackLeibler annotation) {
    return new MeanTarget(annotation.target(), annotation.weight());
  }

  /** {@code Σ_j KL(ρ ‖ ρ̂_j)}, without the weight. */
  double divergence(double[] sums, int rows, int width) {
    double divergence = 0;
    for (int j = 0; j < width; j++) {
      double mean = mean(sums[j], rows);
      divergence +=
          target * StrictMath.log(target / mean)
              + (1 - target) * StrictMath.log((1 - target) / (1 - mean));
    }
    return divergence;
  }

  /** What each value of a unit adds to the objective by growing: {@code weight/rows · ∂KL/∂ρ̂}. */
  void slopes(double[] sums, int rows, int width, float[] slopes) {
    for (int j = 0; j < width; j++) {
      double mean = mean(sums[j], rows);
      slopes[j] = (float) (weight / rows * ((1 - target) / (1 - mean) - target / mean));
    }
  }

  private static double mean(double sum, int rows) {
    return Math.min(1 - MARGIN, Math.max(MARGIN, sum / rows));
  }
}
