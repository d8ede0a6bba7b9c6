package io.venturi.variational;

import java.util.Arrays;

/**
 * Counts the units whose mean varies over rows by more than 0.01 (Burda, Grosse and Salakhutdinov,
 * 2015); the others say nothing about a row.
 */
final class MeanSpread {

  /** The variance of its mean above which a unit is active. */
  private static final double THRESHOLD = 0.01;

  private double[] sums = {};
  private double[] squares = {};
  private long rows;

  /** Takes rows of codes of {@code width} numbers, each with the {@code units} means first. */
  void add(float[] codes, int count, int width, int units) {
    if (sums.length != units) {
      sums = new double[units];
      squares = new double[units];
    }
    for (int at = 0; at < count * width; at += width) {
      for (int j = 0; j < units; j++) {
        double mean = codes[at + j];
        sums[j] += mean;
        squares[j] += mean * mean;
      }
    }
    rows += count;
  }

  boolean isEmpty() {
    return rows == 0;
  }

  int units() {
    return sums.length;
  }

  int active() {
    int active = 0;
    for (int j = 0; j < sums.length; j++) {
      double mean = sums[j] / rows;
      if (squares[j] / rows - mean * mean > THRESHOLD) {
        active++;
      }
    }
    return active;
  }

  void clear() {
    Arrays.fill(sums, 0);
    Arrays.fill(squares, 0);
    rows = 0;
  }
}
