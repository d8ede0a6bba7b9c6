package io.venturi.losses;

import java.util.Arrays;

/**
 * A square window weighted by a Gaussian, its weights adding up to 1: a separable filter. It is
 * laid over planes only where it lies wholly inside.
 */
final class GaussianWindow {

  private final float[] weights;

  /**
   * A window.
   *
   * @param size rows and columns, odd
   * @param standardDeviation in pixels
   */
  GaussianWindow(int size, double standardDeviation) {
    double[] exact = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double distance = (i - size / 2) / standardDeviation;
      exact[i] = StrictMath.exp(-0.5 * distance * distance);
      sum += exact[i];
    }
    weights = new float[size];
    for (int i = 0; i < size; i++) {
      weights[i] = (float) (exact[i] / sum);
    }
  }

  /** How many places it has along {@code length} pixels. */
  int places(int length) {
    return length - weights.length + 1;
  }

  /**
   * The weighted means at all places.
   *
   * @param memory with all of it
   * @param from where height · width pixels are
   * @param scratch where there is room for as many
   * @param to where places(height) · places(width) means go
   */
  void means(float[] memory, int from, int height, int width, int scratch, int to) {
    int across = places(width);
    for (int row = 0; row < height; row++) {
      int target = scratch + row * across;
      Arrays.fill(memory, target, target + across, 0f);
      for (int k = 0; k < weights.length; k++) {
        add(memory, from + row * width + k, target, across, weights[k]);
      }
    }
    int down = places(height);
    for (int row = 0; row < down; row++) {
      int target = to + row * across;
      Arrays.fill(memory, target, target + across, 0f);
      for (int k = 0; k < weights.length; k++) {
        add(memory, scratch + (row + k) * across, target, across, weights[k]);
      }
    }
  }

  /**
   * The transpose of {@link #means}: spreads a value at each place over the pixels under the
   * window.
   *
   * @param memory with all of it
   * @param from where the places' values are
   * @param scratch where there is room for a plane
   * @param to where the pixels' values go
   */
  void spread(float[] memory, int from, int height, int width, int scratch, int to) {
    int across = places(width);
    int down = places(height);
    Arrays.fill(memory, scratch, scratch + height * across, 0f);
    for (int row = 0; row < down; row++) {
      for (int k = 0; k < weights.length; k++) {
        add(memory, from + row * across, scratch + (row + k) * across, across, weights[k]);
      }
    }
    Arrays.fill(memory, to, to + height * width, 0f);
    for (int row = 0; row < height; row++) {
      for (int k = 0; k < weights.length; k++) {
        add(memory, scratch + row * across, to + row * width + k, across, weights[k]);
      }
    }
  }

  private static void add(float[] memory, int from, int to, int n, float weight) {
    for (int i = 0; i < n; i++) {
      memory[to + i] += weight * memory[from + i];
    }
  }
}
