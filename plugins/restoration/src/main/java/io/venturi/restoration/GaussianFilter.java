package io.venturi.restoration;

import io.venturi.error.DataException;
import io.venturi.error.Message;
import java.util.Locale;

/**
 * A weighted mean of the pixels around each, by a Gaussian that is cut off at four standard
 * deviations: first down, then across.
 *
 * @param deviation the Gaussian's standard deviation in pixels, above 0
 */
record GaussianFilter(double deviation) implements Filter {

  private static final double REACH = 4;

  /** A deviation beyond which weights would need more memory than images do. */
  private static final double MOST = 1_000;

  GaussianFilter {
    if (!(deviation > 0 && deviation <= MOST)) {
      throw new DataException(
          Message.HYPERPARAMETER,
          "the deviation of a Gaussian in pixels",
          deviation,
          "above 0 and at most 1,000");
    }
  }

  @Override
  public String name() {
    return String.format(Locale.ROOT, "Gaussian %.2f px", deviation);
  }

  @Override
  public float[] apply(float[] image, int height, int width, int channels) {
    double[] weights = weights();
    int lineLength = width * channels;
    double[] down = new double[image.length];
    for (int y = 0; y < height; y++) {
      for (int k = 0; k < weights.length; k++) {
        int from = Edges.mirrored(y + k - weights.length / 2, height) * lineLength;
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
        int from = Edges.mirrored(x + k - weights.length / 2, width);
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
