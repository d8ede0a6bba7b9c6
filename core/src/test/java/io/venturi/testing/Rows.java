package io.venturi.testing;

import java.util.SplittableRandom;

/** Rows of random numbers. */
public final class Rows {

  private Rows() {}

  /** Uniform on [0, 1). */
  public static float[][] uniform(int rows, int width, long seed) {
    return uniform(rows, width, 0, 1, seed);
  }

  /** Uniform on [min, max). */
  public static float[][] uniform(int rows, int width, float min, float max, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] values = new float[rows][width];
    for (float[] row : values) {
      for (int i = 0; i < width; i++) {
        row[i] = (float) (min + (max - min) * random.nextDouble());
      }
    }
    return values;
  }
}
