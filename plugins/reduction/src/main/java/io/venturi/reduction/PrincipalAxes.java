package io.venturi.reduction;

import io.venturi.kernel.SymmetricEigen;

/** The eigenvectors of a covariance matrix, largest eigenvalue first, their signs fixed. */
final class PrincipalAxes {

  private final double[] variances;
  private final double[][] axes;
  private final double totalVariance;

  private PrincipalAxes(double[] variances, double[][] axes, double totalVariance) {
    this.variances = variances;
    this.axes = axes;
    this.totalVariance = totalVariance;
  }

  /**
   * Decomposes a covariance matrix.
   *
   * @param covariance (features, features), symmetric; not changed
   * @param width the number of features
   * @param count how many axes are wanted
   */
  static PrincipalAxes of(double[] covariance, int width, int count) {
    SymmetricEigen eigen = SymmetricEigen.of(covariance, width, count);
    double[] variances = new double[count];
    for (int i = 0; i < count; i++) {
      // Rounding leaves small negative values where there is no variance at all.
      variances[i] = Math.max(0, eigen.values()[i]);
      fixSign(eigen.vectors()[i]);
    }
    double total = 0;
    for (int i = 0; i < width; i++) {
      total += covariance[i * width + i];
    }
    return new PrincipalAxes(variances, eigen.vectors(), total);
  }

  /** An axis and its opposite are equally right; the one whose largest loading is positive wins. */
  private static void fixSign(double[] axis) {
    double largest = 0;
    for (double loading : axis) {
      if (Math.abs(loading) > Math.abs(largest)) {
        largest = loading;
      }
    }
    if (largest < 0) {
      for (int j = 0; j < axis.length; j++) {
        axis[j] = -axis[j];
      }
    }
  }

  /** The eigenvalues, not below 0; not copied. */
  double[] variances() {
    return variances;
  }

  /** The eigenvectors, each of length 1: (axes, features); not copied. */
  double[][] axes() {
    return axes;
  }

  /** The sum of all eigenvalues, also of those that are left out. */
  double totalVariance() {
    return totalVariance;
  }
}
