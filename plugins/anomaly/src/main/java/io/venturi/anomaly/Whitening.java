package io.venturi.anomaly;

import io.venturi.kernel.Matrices;
import io.venturi.kernel.Tensor;
import io.venturi.model.Attachment;

/** An affine map that makes a vector's values uncorrelated, of mean 0 and variance 1. */
final class Whitening {

  private final double[] mean;
  private final float[] matrix;
  private final Tensor weights;

  /**
   * @param matrix (width, width), or of the diagonal alone
   */
  Whitening(double[] mean, float[] matrix) {
    this.mean = mean.clone();
    this.matrix = matrix.clone();
    this.weights = isDiagonal() ? Tensor.allocate(0, 0) : Tensor.allocate(mean.length, mean.length);
    if (!isDiagonal()) {
      weights.write(0, matrix, matrix.length);
    }
  }

  static Whitening of(Attachment attachment, String name, int width) {
    float[] matrix = attachment.floats(name + "-whitening");
    if (matrix.length != width && matrix.length != (long) width * width) {
      throw new IllegalArgumentException(
          "its " + name + "-whitening has " + matrix.length + " values for a width of " + width);
    }
    return new Whitening(attachment.doubles(name + "-mean", width), matrix);
  }

  void attach(Attachment.Builder attachment, String name) {
    attachment.array(name + "-mean", mean).array(name + "-whitening", matrix);
  }

  private boolean isDiagonal() {
    return matrix.length == mean.length; // Of width 1, the two are the same.
  }

  /** Rows of the first {@code count}, whitened: a new array. */
  float[] apply(float[] rows, int count) {
    int width = mean.length;
    float[] centred = new float[count * width];
    for (int i = 0; i < centred.length; i++) {
      centred[i] = (float) (rows[i] - mean[i % width]);
    }
    if (isDiagonal()) {
      for (int i = 0; i < centred.length; i++) {
        centred[i] *= matrix[i % width];
      }
      return centred;
    }
    return multiplied(centred, count, weights, width);
  }

  /** What a direction, such as covariances with another value, becomes: the linear part alone. */
  double[] direction(double[] from) {
    int width = mean.length;
    double[] to = new double[width];
    for (int i = 0; i < width; i++) {
      if (isDiagonal()) {
        to[i] = matrix[i] * from[i];
        continue;
      }
      for (int j = 0; j < width; j++) {
        to[i] += matrix[i * width + j] * from[j];
      }
    }
    return to;
  }

  /** {@code rows · matrixᵀ}. */
  static float[] multiplied(float[] rows, int count, Tensor matrix, int results) {
    Tensor from = Tensor.allocate(count, matrix.columns());
    Tensor to = Tensor.allocate(count, results);
    try {
      from.write(0, rows, count * matrix.columns());
      Matrices.multiplyTransposedB(count, from, matrix, to, 0);
      return to.toArray();
    } finally {
      from.release();
      to.release();
    }
  }
}
