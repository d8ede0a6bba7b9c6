package io.venturi.convolutional;

import io.venturi.kernel.Activation;
import java.util.Arrays;

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
  void resample(float[] image, float[] pooled, float[] choices) {
    Arrays.fill(pooled, 0, outputs(), 0f);
    for (int i = 0; i < geometry.windows(); i++) {
      int out = i * channels;
      int firstColumn = firstColumn(i);
      int columns = endColumn(i) - firstColumn;
      int rows = endRow(i) - firstRow(i);
      for (int row = firstRow(i); row < endRow(i); row++) {
        int in = pixel(i, row, firstColumn);
        for (int n = 0; n < columns; n++) {
          for (int c = 0; c < channels; c++) {
            pooled[out + c] += image[in + c];
          }
          in += channels;
        }
      }
      for (int c = 0; c < channels; c++) {
        pooled[out + c] /= rows * columns;
      }
    }
  }

  @Override
  void spread(float[] pooled, float[] image, float[] choices) {
    for (int i = 0; i < geometry.windows(); i++) {
      int out = i * channels;
      int firstColumn = firstColumn(i);
      int columns = endColumn(i) - firstColumn;
      int rows = endRow(i) - firstRow(i);
      for (int c = 0; c < channels; c++) {
        pooled[out + c] /= rows * columns;
      }
      for (int row = firstRow(i); row < endRow(i); row++) {
        int in = pixel(i, row, firstColumn);
        for (int n = 0; n < columns; n++) {
          for (int c = 0; c < channels; c++) {
            image[in + c] += pooled[out + c];
          }
          in += channels;
        }
      }
    }
  }

  @Override
  String describe() {
    return "average pooling, " + window;
  }
}
