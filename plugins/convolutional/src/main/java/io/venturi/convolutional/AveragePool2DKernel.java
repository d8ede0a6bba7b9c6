package io.venturi.convolutional;

import io.venturi.kernel.Activation;

/** The mean of those values of every window that lie in the image. */
public final class AveragePool2DKernel extends PoolKernel {

  /**
   * A layer that pools channel by channel.
   *
   * @param window as {@link Window#parse} reads it, without dilation
   */
  public AveragePool2DKernel(
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
  void take(
      float[] image, int in, float[] pooled, int out, float[] choices, int place, boolean isFirst) {
    for (int c = 0; c < channels; c++) {
      pooled[out + c] = isFirst ? image[in + c] : pooled[out + c] + image[in + c];
    }
  }

  @Override
  void finish(float[] pooled, int out, int taken) {
    for (int c = 0; c < channels; c++) {
      pooled[out + c] /= taken;
    }
  }

  @Override
  void give(
      float[] gradient, int out, float[] image, int in, float[] choices, int place, int taken) {
    for (int c = 0; c < channels; c++) {
      image[in + c] += gradient[out + c] / taken;
    }
  }

  @Override
  String describe() {
    return "average pooling, " + window();
  }
}
