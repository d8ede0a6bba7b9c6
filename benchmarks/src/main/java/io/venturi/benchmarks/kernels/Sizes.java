package io.venturi.benchmarks.kernels;

import io.venturi.kernel.Tensor;
import java.util.SplittableRandom;

/** Sizes that the quickstart's training works with, and values of no special kind. */
final class Sizes {

  /** Rows of a shard: a batch of 256 is four of them. */
  static final int SHARD = 64;

  /** Values of an image. */
  static final int IMAGE = 784;

  /** Weights and biases of the quickstart's network. */
  static final int PARAMETERS = 476_720;

  private Sizes() {}

  /** Values in [-1, 1). */
  static float[] values(int count) {
    SplittableRandom random = new SplittableRandom(count);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }

  /** A tensor of values in [-1, 1). */
  static Tensor tensor(int rows, int columns) {
    Tensor tensor = Tensor.allocate(rows, columns);
    tensor.write(0, values(rows * columns), rows * columns);
    return tensor;
  }
}
