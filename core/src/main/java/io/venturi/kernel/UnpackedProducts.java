package io.venturi.kernel;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Products in pieces that OpenBLAS computes from where the matrices lie. Before a product of more
 * than a million terms it copies both matrices into an order of its own, "packs" them, which at the
 * few dozen rows of a shard takes a fifth of the time; below, its kernels for AVX-512 do without.
 * The pieces' sizes were found by trial, see {@code benchmarks/NOTES.md}; they follow from the
 * product's own, so equal products give equal bits.
 */
final class UnpackedProducts {

  /** OpenBLAS's bound. */
  private static final int MOST_TERMS = 1_000_000;

  /** With the second matrix transposed, a further bound: on its values. */
  private static final int MOST_TRANSPOSED = 4096;

  /** Packing pays where each packed row meets so many of the other matrix. */
  private static final int MANY_ROWS = 512;

  /** A second matrix of so many values stays in a core's cache while all rows pass by. */
  private static final int CACHED = 1 << 16;

  /** Shorter sums than that are as fast packed, if the second matrix is transposed. */
  private static final int LONG_SUM = 128;

  private UnpackedProducts() {}

  /** Whether {@code op(a) · op(b)} of shape (m, n), with k terms a value, is faster in pieces. */
  static boolean suit(int opB, int m, int n, int k) {
    if ((long) m * n * k <= MOST_TERMS && (opB == CblasNoTrans || k < LONG_SUM)) {
      return false; // It is one piece.
    }
    return opB == CblasNoTrans
        ? m <= MANY_ROWS || (long) n * k <= CACHED
        : m <= MANY_ROWS && k >= LONG_SUM;
  }

  /** {@code c = op(a) · op(b) + beta c} on row-major matrices, with c of shape (m, n). */
  static void multiply(
      int opA, int opB, int m, int n, int k, Tensor a, Tensor b, Tensor c, float beta) {
    int width;
    int depth;
    if (opB == CblasTrans) {
      width = k <= 256 ? 16 : k <= 512 ? 8 : 4;
      depth = parts(k, MOST_TRANSPOSED / width);
    } else if (opA == CblasTrans) {
      width = 128;
      depth = parts(k, 256);
    } else {
      width = 64;
      depth = parts(k, 800);
    }
    int height = MOST_TERMS / (Math.min(width, n) * depth);
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

  /** The least number of equal parts of at most so many terms: how many each has. */
  private static int parts(int k, int most) {
    int parts = (k + most - 1) / most;
    return (k + parts - 1) / parts;
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
