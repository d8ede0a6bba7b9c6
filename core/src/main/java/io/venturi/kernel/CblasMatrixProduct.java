package io.venturi.kernel;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bytedeco.javacpp.Loader;

/**
 * cblas straight on the tensors' memory, without the wrappers' checks, copies and allocation. The
 * library without LAPACK is the copy that libnd4j itself uses, so that there is one set of threads.
 */
final class CblasMatrixProduct implements MatrixProduct {

  /** Vectors of ones, longest first. Replaced ones are kept: another thread may be reading one. */
  private final List<Tensor> ones = new CopyOnWriteArrayList<>();

  /** Whether OpenBLAS has kernels that do not pack. */
  private final boolean unpacked;

  CblasMatrixProduct(NativeSetup setup) {
    Loader.load(org.bytedeco.openblas.global.openblas_nolapack.class);
    // The first tensor loads ND4J with its OpenMP, which MKL takes when it is asked anything.
    ones.add(onesOf(1024));
    LoadedBlas blas = LoadedBlas.find();
    unpacked = !blas.isMkl() && new BlasReport(setup, blas).core().equals(NativeSetup.AVX512_CORE);
    verify();
  }

  @Override
  public void multiply(int rows, Tensor a, Tensor b, Tensor c, float beta) {
    sgemm(CblasNoTrans, CblasNoTrans, rows, b.columns(), b.rows(), a, b, c, beta);
  }

  @Override
  public void multiplyTransposedA(int rows, Tensor a, Tensor b, Tensor c, float beta) {
    sgemm(CblasTrans, CblasNoTrans, c.rows(), c.columns(), rows, a, b, c, beta);
  }

  @Override
  public void multiplyTransposedB(int rows, Tensor a, Tensor b, Tensor c, float beta) {
    sgemm(CblasNoTrans, CblasTrans, rows, b.rows(), b.columns(), a, b, c, beta);
  }

  /** {@code c = op(a) · op(b) + beta c}, with c of shape (m, n) and k values summed in each. */
  private void sgemm(
      int opA, int opB, int m, int n, int k, Tensor a, Tensor b, Tensor c, float beta) {
    if (unpacked && UnpackedProducts.suit(opB, m, n, k)) {
      UnpackedProducts.multiply(opA, opB, m, n, k, a, b, c, beta);
      return;
    }
    cblas_sgemm(
        CblasRowMajor,
        opA,
        opB,
        m,
        n,
        k,
        1f,
        a.pointer(),
        a.columns(),
        b.pointer(),
        b.columns(),
        beta,
        c.pointer(),
        c.columns());
  }

  @Override
  public void columnSums(int rows, Tensor a, Tensor sums, float beta) {
    int n = sums.columns();
    cblas_sgemv(
        CblasRowMajor,
        CblasTrans,
        rows,
        n,
        1f,
        a.pointer(),
        n,
        ones(rows).pointer(),
        1,
        beta,
        sums.pointer(),
        1);
  }

  private Tensor ones(int length) {
    Tensor longest = ones.get(0);
    return longest.columns() >= length ? longest : moreOnes(length);
  }

  private synchronized Tensor moreOnes(int length) {
    Tensor longest = ones.get(0);
    if (longest.columns() < length) {
      longest = onesOf((int) Math.min(Tensor.LARGEST, 2L * Integer.highestOneBit(length)));
      ones.add(0, longest);
    }
    return longest;
  }

  private static Tensor onesOf(int n) {
    float[] values = new float[n];
    Arrays.fill(values, 1f);
    Tensor tensor = Tensor.allocate(1, n);
    tensor.write(0, values, n);
    return tensor;
  }

  /** A product of small integers, which every correct kernel gives exactly. */
  private void verify() {
    Tensor a = Tensor.allocate(3, 5);
    Tensor b = Tensor.allocate(5, 7);
    Tensor c = Tensor.allocate(3, 7);
    float[] left = new float[15];
    float[] right = new float[35];
    for (int i = 0; i < 35; i++) {
      left[i % 15] = i % 15 - 7;
      right[i] = 11 - i % 13;
    }
    a.write(0, left, 15);
    b.write(0, right, 35);
    multiply(3, a, b, c, 0f);
    float[] product = c.toArray();
    for (int i = 0; i < 21; i++) {
      float sum = 0;
      for (int k = 0; k < 5; k++) {
        sum += left[i / 7 * 5 + k] * right[k * 7 + i % 7];
      }
      if (sum != product[i]) {
        throw new IllegalStateException("sgemm gave " + product[i] + " instead of " + sum);
      }
    }
  }

  @Override
  public void setThreads(int threads) {
    org.bytedeco.openblas.presets.openblas_nolapack.blas_set_num_threads(threads);
  }

  @Override
  public String name() {
    return "cblas";
  }
}
