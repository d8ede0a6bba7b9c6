package io.venturi.anomaly;

import io.venturi.kernel.SymmetricEigen;
import java.util.Arrays;

/**
 * What makes a vector's values uncorrelated and of variance 1, each still as near as can be to the
 * value that it comes from: {@code P^(-1/2) D^(-1/2)} of the covariance {@code D^(1/2) P D^(1/2)}.
 * The sum of squares is then the squared Mahalanobis distance, and each square the share of one
 * feature in it (Garthwaite and Koch, Evaluating the contributions of individual variables to a
 * quadratic form, 2016).
 */
final class Covariance {

  /** The most values of a vector whose correlations are used: their matrix is decomposed. */
  static final int LARGEST = 1024;

  /** Added to all variances, as a share of their mean: so little is known of the smallest. */
  static final double RIDGE = 0.01;

  /** Where nothing varies at all. */
  private static final double LEAST = 1e-12;

  private Covariance() {}

  /**
   * The whitening matrix, (width, width).
   *
   * @param covariance (width, width); not changed
   */
  static float[] whitening(double[] covariance, int width) {
    double[] variances = new double[width];
    for (int i = 0; i < width; i++) {
      variances[i] = covariance[i * width + i];
    }
    float[] scale = scaling(variances);
    double[] correlation = new double[width * width];
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < width; j++) {
        double symmetric = (covariance[i * width + j] + covariance[j * width + i]) / 2;
        correlation[i * width + j] = i == j ? 1 : symmetric * scale[i] * scale[j];
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(correlation, width, width);
    double[] root = new double[width * width];
    for (int k = 0; k < width; k++) {
      double[] vector = eigen.vectors()[k];
      double factor = 1 / Math.sqrt(Math.max(eigen.values()[k], 1e-9)); // Rounding alone is below.
      for (int i = 0; i < width; i++) {
        double left = factor * vector[i];
        for (int j = 0; j < width; j++) {
          root[i * width + j] += left * vector[j];
        }
      }
    }
    float[] whitening = new float[width * width];
    for (int i = 0; i < whitening.length; i++) {
      whitening[i] = (float) (root[i] * scale[i % width]);
    }
    return whitening;
  }

  /** The factors that give each value variance 1, whatever the others do. */
  static float[] scaling(double[] variances) {
    double[] floored = floored(variances, RIDGE);
    float[] scaling = new float[variances.length];
    for (int i = 0; i < scaling.length; i++) {
      scaling[i] = (float) (1 / Math.sqrt(floored[i]));
    }
    return scaling;
  }

  /** Variances with a share of their mean added to each, so that all are above 0. */
  static double[] floored(double[] variances, double share) {
    double[] floored = new double[variances.length];
    double ridge = Math.max(share * Arrays.stream(variances).average().orElse(0), LEAST);
    for (int i = 0; i < floored.length; i++) {
      floored[i] = variances[i] + ridge;
    }
    return floored;
  }
}
