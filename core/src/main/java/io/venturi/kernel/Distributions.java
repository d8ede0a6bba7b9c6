package io.venturi.kernel;

import java.util.SplittableRandom;

/** Random fills, with {@link StrictMath} so that the same seed gives the same bits on any CPU. */
final class Distributions {

  private Distributions() {}

  /** Uniform on [-limit, limit). */
  static void uniform(float[] values, double limit, SplittableRandom random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) ((2 * random.nextDouble() - 1) * limit);
    }
  }

  /** Normal with mean 0, by Marsaglia's polar method. */
  static void normal(float[] values, double standardDeviation, SplittableRandom random) {
    for (int i = 0; i < values.length; i += 2) {
      double u;
      double v;
      double s;
      do {
        u = 2 * random.nextDouble() - 1;
        v = 2 * random.nextDouble() - 1;
        s = u * u + v * v;
      } while (s >= 1 || s == 0);
      double scale = standardDeviation * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
      values[i] = (float) (u * scale);
      if (i + 1 < values.length) {
        values[i + 1] = (float) (v * scale);
      }
    }
  }
}
