package io.venturi.anomaly;

import io.venturi.kernel.Matrices;
import io.venturi.kernel.Tensor;

/**
 * Collects the sums of products of two vectors over rows, both taken relative to where the first
 * rows lie, so that large means do not drown small variances.
 */
final class Sums implements AutoCloseable {

  private final Side left;
  private final Side right;
  private final Tensor products;
  private final float[] block;
  private final double[] sums;
  private long count;

  Sums(int leftWidth, int rightWidth, int blockRows) {
    this.left = new Side(leftWidth, blockRows);
    this.right = new Side(rightWidth, blockRows);
    this.products = Tensor.allocate(leftWidth, rightWidth);
    this.block = new float[products.size()];
    this.sums = new double[products.size()];
  }

  /** Adds rows: the first {@code rows} of both. */
  void add(float[] leftRows, float[] rightRows, int rows) {
    left.take(leftRows, rows, count == 0);
    right.take(rightRows, rows, count == 0);
    Matrices.multiplyTransposedA(rows, left.tensor, right.tensor, products, 0);
    products.read(0, block, block.length);
    for (int i = 0; i < block.length; i++) {
      sums[i] += block[i];
    }
    count += rows;
  }

  /** The covariances, (left, right), divided by the number of rows. */
  double[] covariance() {
    int width = right.sums.length;
    double[] covariance = new double[sums.length];
    for (int i = 0; i < sums.length; i++) {
      double means = left.sums[i / width] / count * (right.sums[i % width] / count);
      covariance[i] = sums[i] / count - means;
    }
    return covariance;
  }

  @Override
  public void close() {
    left.tensor.release();
    right.tensor.release();
    products.release();
  }

  /** One of the two vectors. */
  private static final class Side {

    private final float[] origin;
    private final double[] sums;
    private final float[] shifted;
    private final Tensor tensor;

    Side(int width, int blockRows) {
      this.origin = new float[width];
      this.sums = new double[width];
      this.shifted = new float[width * blockRows];
      this.tensor = Tensor.allocate(blockRows, width);
    }

    void take(float[] rows, int count, boolean isFirst) {
      int width = sums.length;
      if (isFirst) {
        double[] means = new double[width];
        for (int i = 0; i < count * width; i++) {
          means[i % width] += rows[i];
        }
        for (int i = 0; i < width; i++) {
          origin[i] = (float) (means[i] / count);
        }
      }
      for (int i = 0; i < count * width; i++) {
        shifted[i] = rows[i] - origin[i % width];
        sums[i % width] += shifted[i];
      }
      tensor.write(0, shifted, count * width);
    }
  }
}
