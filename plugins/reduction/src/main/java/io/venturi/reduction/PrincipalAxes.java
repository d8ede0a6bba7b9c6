package io.venturi.reduction;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dstevd;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dsytrd;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

/**
 * The eigenvectors of a covariance matrix, largest eigenvalue first, by the LAPACK that ND4J
 * brings.
 *
 * <p>Not by {@code dsyev}, which ND4J has a method for: with OpenBLAS's fastest core type for
 * AVX-512 it returns wrong eigenvectors and no error, because {@code dtrmm} and {@code dtrsm} are
 * broken there (the build of 0.3.19 that ND4J uses; OpenBLAS issue 2986 looks the same). What is
 * called here needs neither of them, and turns back only the eigenvectors that are wanted.
 */
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
    double[] reflectors = covariance.clone();
    double[] eigenvalues = new double[width];
    double[] offDiagonal = new double[Math.max(1, width - 1)];
    double[] scales = new double[offDiagonal.length];
    double[] vectors = new double[covariance.length];
    check(
        "dsytrd",
        LAPACKE_dsytrd(
            LAPACK_COL_MAJOR,
            (byte) 'L',
            width,
            reflectors,
            width,
            eigenvalues,
            offDiagonal,
            scales));
    check(
        "dstevd",
        LAPACKE_dstevd(
            LAPACK_COL_MAJOR, (byte) 'V', width, eigenvalues, offDiagonal, vectors, width));
    double[] variances = new double[count];
    double[][] axes = new double[count][width];
    for (int i = 0; i < count; i++) {
      int column = width - 1 - i;
      // Rounding leaves small negative values where there is no variance at all.
      variances[i] = Math.max(0, eigenvalues[column]);
      System.arraycopy(vectors, column * width, axes[i], 0, width);
      reflect(axes[i], reflectors, scales);
      fixSign(axes[i]);
    }
    double total = 0;
    for (int i = 0; i < width; i++) {
      total += covariance[i * width + i];
    }
    return new PrincipalAxes(variances, axes, total);
  }

  private static void check(String routine, int info) {
    if (info != 0) {
      throw new ArithmeticException(
          "LAPACK's " + routine + " failed on the covariance matrix and returned " + info + ".");
    }
  }

  /**
   * Turns an eigenvector of the tridiagonal matrix into one of the covariance matrix: multiplies it
   * by the reflections that {@code dsytrd} made, the last one first. Reflection i is 1 - scale * v
   * * v', where v begins with a one at i + 1 and continues as the column i below that.
   */
  private static void reflect(double[] vector, double[] reflectors, double[] scales) {
    int width = vector.length;
    for (int i = width - 2; i >= 0; i--) {
      int column = i * width;
      double product = vector[i + 1];
      for (int j = i + 2; j < width; j++) {
        product += reflectors[column + j] * vector[j];
      }
      product *= scales[i];
      vector[i + 1] -= product;
      for (int j = i + 2; j < width; j++) {
        vector[j] -= product * reflectors[column + j];
      }
    }
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
