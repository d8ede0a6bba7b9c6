package io.venturi.losses;

import java.util.Arrays;

/**
 * A square window weighted by a Gaussian, its weights adding up to 1: a separable filter. It is
 * laid over planes only where it lies wholly inside.
 */
final class GaussianWindow {

  private static final int SOURCE = 0;
  private static final int SHIFTED = 1;
  private static final int SUM = 2;

  private final float[] weights;

  /** Kept by thread, so that a step makes none. */
  private final ThreadLocal<float[][]> passes = ThreadLocal.withInitial(() -> new float[3][0]);

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
   * The weighted means at all places. The one of the window whose first pixel is at {@code i} comes
   * to stand at {@code to + i}; where a window would reach over an edge, there is nonsense.
   *
   * @param memory with all of it
   * @param from where a plane of pixels is, row after row
   * @param pixels how many
   * @param width pixels of a row
   * @param to where there is room for as many
   */
  void means(float[] memory, int from, int pixels, int width, int to) {
    float[][] own = passes.get();
    reserve(own, pixels);
    System.arraycopy(memory, from, own[SOURCE], 0, pixels);
    pass(own, pixels, 1);
    System.arraycopy(own[SUM], 0, own[SOURCE], 0, pixels);
    pass(own, pixels, width);
    System.arraycopy(own[SUM], 0, memory, to, pixels);
  }

  /**
   * The transpose of {@link #means}: spreads a value at each place over the pixels under its
   * window.
   *
   * @param from where the places' values are, and 0 where there is no place
   * @param to where the pixels' values go
   */
  void spread(float[] memory, int from, int pixels, int width, int to) {
    float[][] own = passes.get();
    reserve(own, pixels);
    System.arraycopy(memory, from, own[SOURCE], 0, pixels);
    pass(own, pixels, -1);
    System.arraycopy(own[SUM], 0, own[SOURCE], 0, pixels);
    pass(own, pixels, -width);
    System.arraycopy(own[SUM], 0, memory, to, pixels);
  }

  private static void reserve(float[][] own, int pixels) {
    for (int i = 0; i < own.length; i++) {
      if (own[i].length < pixels) {
        own[i] = new float[pixels];
      }
    }
  }

  /**
   * {@code sum[i] = Σ weight_k · source[i + k · step]}, with 0 beyond the ends. Copies of the
   * source are shifted, so that the loop has one index on all arrays and HotSpot vectorises it.
   */
  private void pass(float[][] own, int pixels, int step) {
    float[] sum = own[SUM];
    float[] shifted = own[SHIFTED];
    Arrays.fill(sum, 0, pixels, 0f);
    for (int k = 0; k < weights.length; k++) {
      int shift = Math.min(pixels, Math.abs(k * step));
      if (step > 0) {
        System.arraycopy(own[SOURCE], shift, shifted, 0, pixels - shift);
        Arrays.fill(shifted, pixels - shift, pixels, 0f);
      } else {
        System.arraycopy(own[SOURCE], 0, shifted, shift, pixels - shift);
        Arrays.fill(shifted, 0, shift, 0f);
      }
      add(sum, shifted, weights[k], pixels);
    }
  }

  private static void add(float[] sum, float[] values, float weight, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += weight * values[i];
    }
  }
}
