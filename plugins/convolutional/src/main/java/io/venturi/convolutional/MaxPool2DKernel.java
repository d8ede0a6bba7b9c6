package io.venturi.convolutional;

import io.venturi.kernel.Activation;

/** The largest value of every window; of several, the first, which gets the gradient. */
public final class MaxPool2DKernel extends PoolKernel {

  /**
   * A layer that pools channel by channel.
   *
   * @param window as {@link Window#parse} reads it, without dilation
   */
  public MaxPool2DKernel(
      int height,
      int width,
      int channels,
      int outputHeight,
      int outputWidth,
      String window,
      Activation activation) {
    super(
        new Geometry(height, width, channels, outputHeight, outputWidth, Window.parse(window)),
        activation);
  }

  @Override
  boolean chooses() {
    return true;
  }

  @Override
  void take(
      float[] image, int in, float[] pooled, int out, float[] choices, int place, boolean isFirst) {
    for (int c = 0; c < channels; c++) {
      if (isFirst || image[in + c] > pooled[out + c]) {
        pooled[out + c] = image[in + c];
        choices[out + c] = place; // Exact: a window has at most 2²⁴ pixels.
      }
    }
  }

  @Override
  void finish(float[] pooled, int out, int taken) {}

  @Override
  void give(
      float[] gradient, int out, float[] image, int in, float[] choices, int place, int taken) {
    for (int c = 0; c < channels; c++) {
      if (choices[out + c] == place) {
        image[in + c] += gradient[out + c];
      }
    }
  }

  @Override
  String describe() {
    return "max pooling, " + window();
  }
}
