package com.example.extras;

/**
 * The squared maximum mean discrepancy of two samples by inverse multiquadric kernels, without bias
 * (Gretton et al., 2012). Nothing of it is kept from call to call, nothing allocated.
 */
final class Discrepancy {

  private final double[] scales;

  Discrepancy(double[] scales) {
    this.scales = scales.clone();
  }

  /**
   * The discrepancy of the first sample from the second.
   *
   * @param z n rows of d values, one after another
   * @param p as many
   * @param gradient in and out, n · d values: {@code factor} · ∂MMD²/∂z is added
   * @return MMD²; 0 for a single row
   */
  double between(float[] z, float[] p, int n, int d, double[] gradient, double factor) {
    if (n < 2) {
      return 0;
    }
    double within = 2.0 / ((double) n * (n - 1)); // Each pair counts twice.
    double across = -2.0 / ((double) n * n);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        sum += within * pull(z, i, z, j, d, factor * within, gradient, true);
        sum += within * kernel(squaredDistance(p, i, p, j, d), d);
      }
      for (int j = 0; j < n; j++) {
        sum += across * pull(z, i, p, j, d, factor * across, gradient, false);
      }
    }
    return sum;
  }

  private double kernel(double squaredDistance, int d) {
    double sum = 0;
    for (double scale : scales) {
      double c = scale * 2 * d;
      sum += c / (c + squaredDistance);
    }
    return sum;
  }

  /**
   * The kernel of two rows; adds {@code factor} times its derivatives to row i of the gradient and,
   * if b is the same sample, to row j.
   */
  private double pull(
      float[] a,
      int i,
      float[] b,
      int j,
      int d,
      double factor,
      double[] gradient,
      boolean isSameSample) {
    double distance = squaredDistance(a, i, b, j, d);
    double kernel = 0;
    double slope = 0; // With respect to the squared distance.
    for (double scale : scales) {
      double c = scale * 2 * d;
      double ratio = c / (c + distance);
      kernel += ratio;
      slope -= ratio * ratio / c;
    }
    for (int k = 0; k < d; k++) {
      double change = 2 * factor * slope * ((double) a[i * d + k] - b[j * d + k]);
      gradient[i * d + k] += change;
      if (isSameSample) {
        gradient[j * d + k] -= change;
      }
    }
    return kernel;
  }

  private static double squaredDistance(float[] a, int i, float[] b, int j, int d) {
    double sum = 0;
    for (int k = 0; k < d; k++) {
      double difference = (double) a[i * d + k] - b[j * d + k];
      sum += difference * difference;
    }
    return sum;
  }
}
