package io.venturi.generation;

import java.util.Arrays;

/** How each number of a code is distributed by itself: how far walks go. */
public final class Marginals {

  /** Sorted values of each number; none of normal ones. */
  private final float[][] sorted;

  private final int size;

  private Marginals(int size, float[][] sorted) {
    this.size = size;
    this.sorted = sorted;
  }

  /**
   * Standard normal numbers: the prior of variational models.
   *
   * @param size numbers in a code
   */
  public static Marginals standardNormal(int size) {
    Settings.require("the size of a code", size, 1, Integer.MAX_VALUE);
    return new Marginals(size, new float[0][]);
  }

  /** Of these codes, (n, size). */
  static Marginals of(float[][] codes) {
    float[][] sorted = new float[codes[0].length][codes.length];
    for (int j = 0; j < sorted.length; j++) {
      for (int i = 0; i < codes.length; i++) {
        sorted[j][i] = codes[i][j];
      }
      Arrays.sort(sorted[j]);
    }
    return new Marginals(sorted.length, sorted);
  }

  /** Numbers in a code. */
  public int size() {
    return size;
  }

  /**
   * The value that this share of the values is below.
   *
   * @param unit which number of the code, from 0
   * @param share in (0, 1)
   */
  public float quantile(int unit, double share) {
    return sorted.length == 0
        ? (float) normalQuantile(share)
        : sorted[unit][(int) (share * sorted[unit].length)];
  }

  /** By bisection of the distribution function, since it is needed for a few values only. */
  private static double normalQuantile(double share) {
    double low = -9;
    double high = 9;
    for (int i = 0; i < Double.SIZE; i++) {
      double middle = (low + high) / 2;
      if (normal(middle) < share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** The standard normal distribution function, by its series (Marsaglia, 2004). */
  private static double normal(double x) {
    double sum = x;
    double term = x;
    for (int i = 3; Math.abs(term) > 1e-17 * Math.abs(sum); i += 2) {
      term *= x * x / i;
      sum += term;
    }
    return 0.5 + sum * StrictMath.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
  }

  /** What it is of. */
  @Override
  public String toString() {
    return size
        + (sorted.length == 0
            ? " standard normal numbers"
            : " numbers, each as in " + sorted[0].length + " codes");
  }
}
