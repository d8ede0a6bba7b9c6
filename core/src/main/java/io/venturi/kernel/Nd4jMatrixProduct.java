package io.venturi.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The same products by ND4J's own operations: the reference for tests, and what runs where cblas
 * cannot be called. Allocates.
 */
final class Nd4jMatrixProduct implements MatrixProduct {

  @Override
  public void multiply(int rows, Tensor a, Tensor b, Tensor c, float beta) {
    assign(top(c, rows), top(a, rows).mmul(b.asArray()), beta);
  }

  @Override
  public void multiplyTransposedA(int rows, Tensor a, Tensor b, Tensor c, float beta) {
    assign(c.asArray(), top(a, rows).transpose().mmul(top(b, rows)), beta);
  }

  @Override
  public void multiplyTransposedB(int rows, Tensor a, Tensor b, Tensor c, float beta) {
    assign(top(c, rows), top(a, rows).mmul(b.asArray().transpose()), beta);
  }

  @Override
  public void columnSums(int rows, Tensor a, Tensor sums, float beta) {
    assign(sums.asArray(), top(a, rows).sum(true, 0), beta);
  }

  private static INDArray top(Tensor tensor, int rows) {
    INDArray all = tensor.asArray();
    return rows == tensor.rows() ? all : all.get(NDArrayIndex.interval(0, rows));
  }

  private static void assign(INDArray target, INDArray product, float beta) {
    if (beta == 0f) {
      target.assign(product);
    } else {
      target.muli(beta).addi(product);
    }
  }

  @Override
  public void setThreads(int threads) {
    Nd4j.getEnvironment().setMaxMasterThreads(threads);
  }

  @Override
  public String name() {
    return "nd4j";
  }
}
