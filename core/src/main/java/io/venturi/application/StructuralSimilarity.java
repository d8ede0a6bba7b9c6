package io.venturi.application;

import java.util.Arrays;

/** The structural similarity of Wang et al. (2004), in double precision, of images in [0, 1]. */
final class StructuralSimilarity {

  private static final int WINDOW = 11;
  private static final double DEVIATION = 1.5;
  private static final double C1 = 0.01 * 0.01;
  private static final double C2 = 0.03 * 0.03;

  private final int height;
  private final int width;
  private final int channels;
  private final double[] weights = weights();

  StructuralSimilarity(int[] shape) {
    if (shape.length < 2 || shape.length > 3 || shape[0] < WINDOW || shape[1] < WINDOW) {
      throw new IllegalArgumentException(
          "Similarity is compared in windows of %d x %d pixels, for which images need the shape"
                  .formatted(WINDOW, WINDOW)
              + " {height, width} or {height, width, channels} and that size, not "
              + Arrays.toString(shape)
              + ".");
    }
    height = shape[0];
    width = shape[1];
    channels = shape.length == 3 ? shape[2] : 1;
  }

  private static double[] weights() {
    double[] weights = new double[WINDOW];
    double sum = 0;
    for (int i = 0; i < WINDOW; i++) {
      double distance = (i - WINDOW / 2) / DEVIATION;
      weights[i] = StrictMath.exp(-0.5 * distance * distance);
      sum += weights[i];
    }
    for (int i = 0; i < WINDOW; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  /** How many values an image has. */
  int values() {
    return Math.multiplyExact(Math.multiplyExact(height, width), channels);
  }

  /** The mean over the window's places and channels. */
  double of(float[] first, float[] second) {
    double sum = 0;
    for (int c = 0; c < channels; c++) {
      sum += of(channel(first, c), channel(second, c));
    }
    return sum / channels;
  }

  private double[] channel(float[] image, int channel) {
    double[] values = new double[height * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = image[i * channels + channel];
    }
    return values;
  }

  private double of(double[] x, double[] y) {
    double[] meanX = means(x);
    double[] meanY = means(y);
    double[] squaresX = means(products(x, x));
    double[] squaresY = means(products(y, y));
    double[] products = means(products(x, y));
    double sum = 0;
    for (int i = 0; i < meanX.length; i++) {
      double both = meanX[i] * meanY[i];
      double squares = meanX[i] * meanX[i] + meanY[i] * meanY[i];
      double covariance = products[i] - both;
      double variances = squaresX[i] + squaresY[i] - squares;
      sum += (2 * both + C1) * (2 * covariance + C2) / ((squares + C1) * (variances + C2));
    }
    return sum / meanX.length;
  }

  private static double[] products(double[] x, double[] y) {
    double[] products = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      products[i] = x[i] * y[i];
    }
    return products;
  }

  /** Weighted means at all places where the window lies wholly inside, right and then down. */
  private double[] means(double[] image) {
    int right = width - WINDOW + 1;
    double[] rows = new double[height * right];
    for (int r = 0; r < height; r++) {
      for (int c = 0; c < right; c++) {
        for (int k = 0; k < WINDOW; k++) {
          rows[r * right + c] += weights[k] * image[r * width + c + k];
        }
      }
    }
    double[] means = new double[(height - WINDOW + 1) * right];
    for (int i = 0; i < means.length; i++) {
      for (int k = 0; k < WINDOW; k++) {
        means[i] += weights[k] * rows[i + k * right];
      }
    }
    return means;
  }
}
