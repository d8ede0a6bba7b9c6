package io.venturi.restoration;

import java.util.Locale;

/**
 * A weighted mean of the pixels around each, by a Gaussian that is cut off at four standard
 * deviations: first down, then across.
 *
 * @param deviation the Gaussian's standard deviation in pixels, above 0
 */
record GaussianFilter(double deviation) implements Filter {

  private static final double REACH = 4;

  @Override
  public String name() {
    return String.format(Locale.ROOT, "Gaussian %.2f px", deviation);
  }

  @Override
  public float[] apply(float[] image, ImageShape shape) {
    double[] weights = weights();
    int channels = shape.channels();
    int lineLength = shape.width() * channels;
    double[] down = new double[image.length];
    for (int y = 0; y < shape.height(); y++) {
      for (int k = 0; k < weights.length; k++) {
        int from = Filter.mirrored(y + k - weights.length / 2, shape.height()) * lineLength;
        for (int i = 0; i < lineLength; i++) {
          down[y * lineLength + i] += weights[k] * image[from + i];
        }
      }
    }
    float[] result = new float[image.length];
    for (int i = 0; i < result.length; i++) {
      int line = i / lineLength * lineLength;
      int x = i % lineLength / channels;
      int channel = i % channels;
      double sum = 0;
      for (int k = 0; k < weights.length; k++) {
        int from = Filter.mirrored(x + k - weights.length / 2, shape.width());
        sum += weights[k] * down[line + from * channels + channel];
      }
      result[i] = (float) sum;
    }
    return result;
  }

  private double[] weights() {
    int reach = (int) (REACH * deviation + 0.5);
    double[] weights = new double[2 * reach + 1];
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      double distance = (k - reach) / deviation;
      weights[k] = StrictMath.exp(-0.5 * distance * distance);
      sum += weights[k];
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] /= sum;
    }
    return weights;
  }
}
