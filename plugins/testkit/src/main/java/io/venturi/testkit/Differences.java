package io.venturi.testkit;

import java.util.function.DoubleUnaryOperator;

/** Derivatives in double by central differences of fourth order. */
final class Differences {

  /** Where the four values of a difference lie, in steps. */
  static final int[] STEPS = {-2, -1, 1, 2};

  private static final double STEP = 1e-6;

  private Differences() {}

  /** The step at a point of this size. */
  static double step(double at) {
    return STEP * Math.max(1, Math.abs(at));
  }

  /** The derivative at {@code at}. */
  static double derivative(DoubleUnaryOperator f, double at) {
    return derivative(f, at, step(at));
  }

  static double derivative(DoubleUnaryOperator f, double at, double step) {
    return of(
        f.applyAsDouble(at - 2 * step),
        f.applyAsDouble(at - step),
        f.applyAsDouble(at + step),
        f.applyAsDouble(at + 2 * step),
        step);
  }

  /** The derivative between these four values, each a step from the next, the middle left out. */
  static double of(double first, double second, double fourth, double fifth, double step) {
    return (8 * (fourth - second) - (fifth - first)) / (12 * step);
  }

  /** The gradient of a function of a matrix, which is changed and put back. */
  static double[][] gradient(double[][] at, java.util.function.ToDoubleFunction<double[][]> f) {
    double[][] gradient = new double[at.length][at[0].length];
    for (int r = 0; r < at.length; r++) {
      for (int i = 0; i < at[r].length; i++) {
        double[] row = at[r];
        int place = i;
        double value = row[i];
        gradient[r][i] =
            derivative(
                v -> {
                  row[place] = v;
                  return f.applyAsDouble(at);
                },
                value);
        row[i] = value;
      }
    }
    return gradient;
  }
}
