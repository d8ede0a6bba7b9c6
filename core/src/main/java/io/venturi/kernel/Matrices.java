package io.venturi.kernel;

import java.lang.ref.Reference;

/**
 * The matrix products that layer kernels are made of, on the fastest route this machine has. Each
 * checks the shapes, because native code does not.
 */
public final class Matrices {

  private static final MatrixProduct PRODUCT = Backend.matrixProduct();

  private Matrices() {}

  /**
   * {@code c = a · b + beta c} on the first {@code rows} rows of a (·, k) and c (·, n), with b of
   * shape (k, n).
   */
  public static void multiply(int rows, Tensor a, Tensor b, Tensor c, float beta) {
    check(
        rows <= a.rows()
            && rows <= c.rows()
            && a.columns() == b.rows()
            && b.columns() == c.columns(),
        rows,
        a,
        b,
        c);
    try {
      PRODUCT.multiply(rows, a, b, c, beta);
    } finally {
      keepAlive(a, b, c);
    }
  }

  /**
   * {@code c = aᵀ · b + beta c} on the first {@code rows} rows of a (·, k) and b (·, n), with c of
   * shape (k, n).
   */
  public static void multiplyTransposedA(int rows, Tensor a, Tensor b, Tensor c, float beta) {
    check(
        rows <= a.rows()
            && rows <= b.rows()
            && a.columns() == c.rows()
            && b.columns() == c.columns(),
        rows,
        a,
        b,
        c);
    try {
      PRODUCT.multiplyTransposedA(rows, a, b, c, beta);
    } finally {
      keepAlive(a, b, c);
    }
  }

  /**
   * {@code c = a · bᵀ + beta c} on the first {@code rows} rows of a (·, n) and c (·, k), with b of
   * shape (k, n).
   */
  public static void multiplyTransposedB(int rows, Tensor a, Tensor b, Tensor c, float beta) {
    check(
        rows <= a.rows()
            && rows <= c.rows()
            && a.columns() == b.columns()
            && b.rows() == c.columns(),
        rows,
        a,
        b,
        c);
    try {
      PRODUCT.multiplyTransposedB(rows, a, b, c, beta);
    } finally {
      keepAlive(a, b, c);
    }
  }

  /**
   * {@code sums = } the sums of a's columns over its first {@code rows} rows {@code + beta sums}.
   */
  public static void columnSums(int rows, Tensor a, Tensor sums, float beta) {
    check(rows <= a.rows() && a.columns() == sums.columns(), rows, a, a, sums);
    try {
      PRODUCT.columnSums(rows, a, sums, beta);
    } finally {
      keepAlive(a, a, sums);
    }
  }

  /** A native call keeps pointers alive, but not the tensors that own the memory. */
  @SuppressWarnings("ReachabilityFenceUsage") // Called inside finally blocks.
  private static void keepAlive(Tensor a, Tensor b, Tensor c) {
    Reference.reachabilityFence(a);
    Reference.reachabilityFence(b);
    Reference.reachabilityFence(c);
  }

  private static void check(boolean fits, int rows, Tensor a, Tensor b, Tensor c) {
    if (!fits || rows < 0) {
      throw new IllegalArgumentException(
          "shapes do not fit on "
              + rows
              + " rows: "
              + shape(a)
              + ", "
              + shape(b)
              + ", "
              + shape(c));
    }
  }

  private static String shape(Tensor tensor) {
    return "(" + tensor.rows() + ", " + tensor.columns() + ")";
  }
}
