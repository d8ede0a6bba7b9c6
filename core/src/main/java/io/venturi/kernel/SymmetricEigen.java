package io.venturi.kernel;

import static org.bytedeco.openblas.global.openblas.LAPACKE_dstevd;
import static org.bytedeco.openblas.global.openblas.LAPACKE_dsytrd;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

/**
 * The largest eigenvalues of a symmetric matrix and their eigenvectors, in double precision, by the
 * LAPACK that ND4J brings.
 *
 * <p>Not by {@code dsyev}, which ND4J has a method for: with OpenBLAS's fastest core type for
 * AVX-512 it returns wrong eigenvectors and no error, because {@code dtrmm} and {@code dtrsm} are
 * broken there (the build of 0.3.19 that ND4J uses; OpenBLAS issue 2986 looks the same). What is
 * called here needs neither of them, and turns back only the eigenvectors that are wanted.
 *
 * @param values the eigenvalues, largest first
 * @param vectors the eigenvectors, each of length 1, of either sign: (count, width)
 */
@SuppressWarnings("ArrayRecordComponent") // A pair of results; nobody compares them.
public record SymmetricEigen(double[] values, double[][] vectors) {

  /**
   * Decomposes a matrix.
   *
   * @param matrix (width, width), symmetric; not changed
   * @param count how many eigenvectors are wanted, at most {@code width}
   * @throws ArithmeticException if LAPACK fails, as it does on values that are not finite
   */
  public static SymmetricEigen of(double[] matrix, int width, int count) {
    if (matrix.length != width * width || count < 0 || count > width) {
      throw new IllegalArgumentException(
          count + " eigenvectors of " + matrix.length + " values as a matrix of width " + width);
    }
    Backend.ensureLoaded();
    double[] reflectors = matrix.clone();
    double[] eigenvalues = new double[width];
    double[] offDiagonal = new double[Math.max(1, width - 1)];
    double[] scales = new double[offDiagonal.length];
    double[] columns = new double[matrix.length];
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
            LAPACK_COL_MAJOR, (byte) 'V', width, eigenvalues, offDiagonal, columns, width));
    double[] values = new double[count];
    double[][] vectors = new double[count][width];
    for (int i = 0; i < count; i++) {
      int column = width - 1 - i;
      values[i] = eigenvalues[column];
      System.arraycopy(columns, column * width, vectors[i], 0, width);
      reflect(vectors[i], reflectors, scales);
    }
    return new SymmetricEigen(values, vectors);
  }

  private static void check(String routine, int info) {
    if (info != 0) {
      throw new ArithmeticException(
          "LAPACK's " + routine + " failed on the matrix and returned " + info + ".");
    }
  }

  /**
   * Turns an eigenvector of the tridiagonal matrix into one of the whole matrix: multiplies it by
   * the reflections that {@code dsytrd} made, the last one first. Reflection i is 1 - scale * v *
   * v', where v begins with a one at i + 1 and continues as the column i below that.
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
}
