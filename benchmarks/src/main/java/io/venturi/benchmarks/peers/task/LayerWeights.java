package io.venturi.benchmarks.peers.task;

/** What a layer has learned, as Venturi has it. Arrays are not copied. */
public final class LayerWeights {

  private final int[] shape;
  private final float[] weights;
  private final float[] biases;

  /**
   * A layer of these.
   *
   * @param shape of a dense layer (inputs, outputs), of a convolution (kernel height, kernel width,
   *     inputs, outputs), of a transposed one (kernel height, kernel width, outputs, inputs)
   * @param weights the last axis running fastest
   * @param biases one an output
   */
  public LayerWeights(int[] shape, float[] weights, float[] biases) {
    this.shape = shape;
    this.weights = weights;
    this.biases = biases;
  }

  /** The sizes of the weights' axes. */
  public int[] shape() {
    return shape;
  }

  /** The weights, the last axis running fastest. */
  public float[] weights() {
    return weights;
  }

  /** One an output. */
  public float[] biases() {
    return biases;
  }

  /** The weights with their axes in another order. */
  public float[] transposed(int... order) {
    int axes = order.length;
    int[] strides = new int[axes];
    for (int axis = axes - 1, stride = 1; axis >= 0; stride *= shape[axis--]) {
      strides[axis] = stride;
    }
    float[] result = new float[weights.length];
    int[] index = new int[axes];
    for (int to = 0; to < result.length; to++) {
      int from = 0;
      for (int axis = 0; axis < axes; axis++) {
        from += index[axis] * strides[order[axis]];
      }
      result[to] = weights[from];
      for (int axis = axes - 1; axis >= 0 && ++index[axis] == shape[order[axis]]; axis--) {
        index[axis] = 0;
      }
    }
    return result;
  }

  /** A dense layer behind images: its inputs in the order channels, height, width. */
  public LayerWeights behindImages(int height, int width, int channels) {
    int outputs = shape[1];
    LayerWeights split =
        new LayerWeights(new int[] {height, width, channels, outputs}, weights, biases);
    return new LayerWeights(shape, split.transposed(2, 0, 1, 3), biases);
  }

  /** A dense layer before images: its outputs in the order channels, height, width. */
  public LayerWeights beforeImages(int height, int width, int channels) {
    LayerWeights split =
        new LayerWeights(new int[] {shape[0], height, width, channels}, weights, biases);
    LayerWeights one = new LayerWeights(new int[] {height, width, channels}, biases, biases);
    return new LayerWeights(shape, split.transposed(0, 3, 1, 2), one.transposed(2, 0, 1));
  }
}
