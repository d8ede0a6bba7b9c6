package io.venturi.testkit;

import io.venturi.kernel.Tensor;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Rows of numbers. */
final class Rows {

  private Rows() {}

  static float[][] uniform(int rows, int width, double min, double max, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] values = new float[rows][width];
    for (float[] row : values) {
      for (int i = 0; i < width; i++) {
        row[i] = (float) random.nextDouble(min, max);
      }
    }
    return values;
  }

  static float[] flat(float[][] rows) {
    float[] flat = new float[rows.length * rows[0].length];
    for (int r = 0; r < rows.length; r++) {
      System.arraycopy(rows[r], 0, flat, r * rows[0].length, rows[0].length);
    }
    return flat;
  }

  /** In a tensor with room for more, where there is something else. */
  static Tensor tensor(float[][] rows, int surplus) {
    Tensor tensor = Tensor.allocate(rows.length + surplus, rows[0].length);
    float[] values = Arrays.copyOf(flat(rows), tensor.size());
    Arrays.fill(values, rows.length * rows[0].length, values.length, Pass.STALE);
    tensor.write(0, values, values.length);
    return tensor;
  }

  static float[][] of(float[] flat, int width) {
    float[][] rows = new float[flat.length / width][];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = Arrays.copyOfRange(flat, r * width, (r + 1) * width);
    }
    return rows;
  }

  static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }

  static double[][] doubles(float[][] rows) {
    return Arrays.stream(rows).map(Rows::doubles).toArray(double[][]::new);
  }

  static double norm(double[] values) {
    return norm(values, 0, values.length);
  }

  static double norm(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i] * values[i];
    }
    return Math.sqrt(sum);
  }

  static double distance(float[] actual, double[] expected, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (actual[i] - expected[i]) * (actual[i] - expected[i]);
    }
    return Math.sqrt(sum);
  }
}
