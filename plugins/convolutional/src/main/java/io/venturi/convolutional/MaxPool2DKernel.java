package io.venturi.convolutional;

import io.venturi.kernel.Activation;

/**
 * The largest value of every window; of several, the first, which gets the gradient. NaN anywhere
 * in a window is its largest, so that the loss of the step shows it.
 */
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
  void resample(float[] image, float[] pooled, float[] choices) {
    for (int i = 0; i < geometry.windows(); i++) {
      int out = i * channels;
      int firstRow = firstRow(i);
      int firstColumn = firstColumn(i);
      int endRow = endRow(i);
      int endColumn = endColumn(i);
      first(
          image,
          pixel(i, firstRow, firstColumn),
          pooled,
          out,
          choices,
          place(firstRow, firstColumn));
      for (int row = firstRow; row < endRow; row++) {
        int in = pixel(i, row, firstColumn);
        for (int column = firstColumn; column < endColumn; column++) {
          take(image, in, pooled, out, choices, place(row, column));
          in += channels;
        }
      }
    }
  }

  /** Exact in a float: a window has at most 2²⁴ pixels. */
  private int place(int row, int column) {
    return row * window.kernelWidth() + column;
  }

  private void first(float[] image, int in, float[] pooled, int out, float[] choices, int place) {
    for (int c = 0; c < channels; c++) {
      pooled[out + c] = image[in + c];
      choices[out + c] = place;
    }
  }

  private void take(float[] image, int in, float[] pooled, int out, float[] choices, int place) {
    for (int c = 0; c < channels; c++) {
      float most = pooled[out + c];
      if (!(image[in + c] <= most) && !Float.isNaN(most)) { // NaN is taken, and stays.
        pooled[out + c] = image[in + c];
        choices[out + c] = place;
      }
    }
  }

  @Override
  void follow(float[] image, float[] pooled, float[] choices) {
    for (int i = 0; i < geometry.windows(); i++) {
      int origin = pixel(i, 0, 0);
      for (int c = 0; c < channels; c++) {
        int out = i * channels + c;
        pooled[out] = image[origin + offset(choices[out]) + c];
      }
    }
  }

  @Override
  void spread(float[] pooled, float[] image, float[] choices) {
    for (int i = 0; i < geometry.windows(); i++) {
      int origin = pixel(i, 0, 0);
      for (int c = 0; c < channels; c++) {
        int out = i * channels + c;
        image[origin + offset(choices[out]) + c] += pooled[out];
      }
    }
  }

  /** How far behind a window's first pixel the values of the one at this place begin. */
  private int offset(float choice) {
    int place = (int) choice;
    int row = place / window.kernelWidth();
    int column = place - row * window.kernelWidth();
    return (row * geometry.width() + column) * channels;
  }

  @Override
  String describe() {
    return "max pooling, " + window;
  }
}
