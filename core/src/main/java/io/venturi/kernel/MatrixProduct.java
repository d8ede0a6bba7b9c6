package io.venturi.kernel;

/**
 * The matrix products of training and inference, on row-major tensors, single-threaded, without
 * allocation. Shapes are the callers' duty; {@code rows} may be less than a tensor's capacity.
 */
interface MatrixProduct {

  /** {@code c = a · b + beta c}, with a (rows, k), b (k, n), c (rows, n). */
  void multiply(int rows, Tensor a, Tensor b, Tensor c, float beta);

  /** {@code c = aᵀ · b + beta c}, with a (rows, k), b (rows, n), c (k, n). */
  void multiplyTransposedA(int rows, Tensor a, Tensor b, Tensor c, float beta);

  /** {@code c = a · bᵀ + beta c}, with a (rows, n), b (k, n), c (rows, k). */
  void multiplyTransposedB(int rows, Tensor a, Tensor b, Tensor c, float beta);

  /** {@code sums = aᵀ · ones + beta sums}, with a (rows, n), sums (1, n): the column sums. */
  void columnSums(int rows, Tensor a, Tensor sums, float beta);

  /** How many threads one product may use. */
  void setThreads(int threads);

  /** For descriptions: {@code cblas} or {@code nd4j}. */
  String name();
}
