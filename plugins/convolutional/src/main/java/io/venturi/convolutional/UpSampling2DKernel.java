package io.venturi.convolutional;

import io.venturi.kernel.Activation;

/**
 * Nearest neighbours: the output's pixel (y, x) is the input's (y / times, x / times), or the last
 * one where that lies beyond. So the output has any size, also that of a pooling's odd input.
 */
public final class UpSampling2DKernel extends ResamplingKernel {

  private final int height;
  private final int width;
  private final int channels;
  private final int outputHeight;
  private final int outputWidth;
  private final int timesDown;
  private final int timesRight;

  /**
   * A layer that repeats pixels.
   *
   * @param timesDown how often downwards, at least 1
   * @param timesRight how often to the right, at least 1
   */
  public UpSampling2DKernel(
      int height,
      int width,
      int channels,
      int outputHeight,
      int outputWidth,
      int timesDown,
      int timesRight,
      Activation activation) {
    super(
        Math.multiplyExact(Math.multiplyExact(height, width), channels),
        Math.multiplyExact(Math.multiplyExact(outputHeight, outputWidth), channels),
        activation);
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.outputHeight = outputHeight;
    this.outputWidth = outputWidth;
    this.timesDown = timesDown;
    this.timesRight = timesRight;
  }

  private int source(int y, int x) {
    int row = Math.min(y / timesDown, height - 1);
    int column = Math.min(x / timesRight, width - 1);
    return (row * width + column) * channels;
  }

  @Override
  void resample(float[] image, float[] repeated, float[] choices) {
    int at = 0;
    for (int y = 0; y < outputHeight; y++) {
      for (int x = 0; x < outputWidth; x++) {
        int source = source(y, x);
        for (int c = 0; c < channels; c++) {
          repeated[at + c] = image[source + c];
        }
        at += channels;
      }
    }
  }

  @Override
  void spread(float[] repeated, float[] image, float[] choices) {
    int at = 0;
    for (int y = 0; y < outputHeight; y++) {
      for (int x = 0; x < outputWidth; x++) {
        int source = source(y, x);
        for (int c = 0; c < channels; c++) {
          image[source + c] += repeated[at + c];
        }
        at += channels;
      }
    }
  }

  @Override
  String describe() {
    return "upsampling, " + timesDown + "x" + timesRight;
  }
}
