package io.venturi.kernel;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Products in pieces that OpenBLAS computes from where the matrices lie. Larger products it first
 * copies, both matrices, into an order of its own, "packs" them, which at the few dozen rows of a
 * shard takes a fifth of the time; below a bound its kernels for AVX-512 do without. What is faster
 * and how large pieces are was found by trial, see {@code benchmarks/NOTES.md}; it follows from the
 * product's own size, so equal products give equal bits.
 */
final class UnpackedProducts {

  /** OpenBLAS's bound on a product's terms, m · n · k, and so on those of a piece. */
  static final int MOST_TERMS = 1_000_000;

  /** A further one where the second matrix is transposed: on values of the result, m · n. */
  static final int MOST_RESULTS = 1200;

  /** Packing pays where each packed row meets so many of the other matrix. */
  private static final int MANY_ROWS = 512;

  /** A second matrix of so many values stays in a core's cache while all rows pass by. */
  private static final int CACHED = 1 << 16;

  /** Shorter sums than that are as fast packed, if the second matrix is transposed. */
  private static final int LONG_SUM = 128;

  private UnpackedProducts() {}

  /** Whether {@code op(a) · op(b)} of shape (m, n), with k terms a value, is faster in pieces. */
  static boolean suit(int opB, int m, int n, int k) {
    boolean large = (long) m * n * k > MOST_TERMS;
    if (opB == CblasTrans) {
      return (large || (long) m * n > MOST_RESULTS) && m <= MANY_ROWS && k >= LONG_SUM;
    }
    return large && (m <= MANY_ROWS || (long) n * k <= CACHED);
  }

  /** Columns of a piece, at most. */
  static int width(int opA, int opB) {
    return opB == CblasTrans ? 48 : opA == CblasTrans ? 128 : 64;
  }

  /** Terms of a piece's values, at most: k in as few parts as there must be, all about equal. */
  static int depth(int opA, int opB, int k) {
    int most = opA == CblasTrans && opB == CblasNoTrans ? 256 : 800;
    int parts = (k + most - 1) / most;
    return (k + parts - 1) / parts;
  }

  /** Rows of a piece, at most. */
  static int height(int opB, int width, int depth) {
    int height = MOST_TERMS / (width * depth);
    return opB == CblasTrans ? Math.min(height, MOST_RESULTS / width) : height;
  }

  /** {@code c = op(a) · op(b) + beta c} on row-major matrices, with c of shape (m, n). */
  static void multiply(
      int opA, int opB, int m, int n, int k, Tensor a, Tensor b, Tensor c, float beta) {
    int width = Math.min(width(opA, opB), n);
    int depth = depth(opA, opB, k);
    int height = height(opB, width, depth);
    Pieces pieces = PIECES.get();
    pieces.of(opA, opB, a, b, c);
    for (int col = 0; col < n; col += width) {
      int columns = Math.min(width, n - col);
      for (int term = 0; term < k; term += depth) {
        int terms = Math.min(depth, k - term);
        float factor = term == 0 ? beta : 1f;
        for (int row = 0; row < m; row += height) {
          pieces.multiply(row, Math.min(height, m - row), col, columns, term, terms, factor);
        }
      }
    }
  }

  private static final ThreadLocal<Pieces> PIECES = ThreadLocal.withInitial(Pieces::new);

  /** Three pointers that move over the matrices of one product, so that none are allocated. */
  private static final class Pieces {

    private final MovingPointer left = new MovingPointer();
    private final MovingPointer right = new MovingPointer();
    private final MovingPointer result = new MovingPointer();
    private int opA;
    private int opB;

    void of(int opA, int opB, Tensor a, Tensor b, Tensor c) {
      this.opA = opA;
      this.opB = opB;
      left.over(a);
      right.over(b);
      result.over(c);
    }

    void multiply(int row, int rows, int col, int columns, int term, int terms, float beta) {
      cblas_sgemm(
          CblasRowMajor,
          opA,
          opB,
          rows,
          columns,
          terms,
          1f,
          opA == CblasTrans ? left.at(term, row) : left.at(row, term),
          left.stride(),
          opB == CblasTrans ? right.at(col, term) : right.at(term, col),
          right.stride(),
          beta,
          result.at(row, col),
          result.stride());
    }
  }

  /** A pointer to any value of a tensor that somebody else keeps alive. */
  private static final class MovingPointer extends FloatPointer {

    private long start;
    private int stride;

    MovingPointer() {
      super((Pointer) null);
    }

    void over(Tensor tensor) {
      start = tensor.pointer().address();
      stride = tensor.columns();
    }

    int stride() {
      return stride;
    }

    MovingPointer at(int row, int column) {
      address = start + ((long) row * stride + column) * Float.BYTES;
      return this;
    }
  }
}
