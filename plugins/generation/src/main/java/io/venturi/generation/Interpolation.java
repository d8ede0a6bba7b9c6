package io.venturi.generation;

/** Ways from one code to another. */
public enum Interpolation {
  /** Straight on. */
  LINEAR {
    @Override
    float[] between(float[] from, float[] to, double t) {
      return weighted(from, 1 - t, to, t);
    }
  },

  /**
   * Along a great circle, the length changing steadily from the one to the other (White, Sampling
   * Generative Networks, 2016). Codes of a normal prior lie near a sphere, of which the straight
   * way leaves out the surface. Where two codes have one direction, or opposite ones, or one is 0,
   * there is no circle, and the way is straight.
   */
  SPHERICAL {
    @Override
    float[] between(float[] from, float[] to, double t) {
      double product = 0;
      double squaresFrom = 0;
      double squaresTo = 0;
      for (int i = 0; i < from.length; i++) {
        product += (double) from[i] * to[i];
        squaresFrom += (double) from[i] * from[i];
        squaresTo += (double) to[i] * to[i];
      }
      double lengthFrom = Math.sqrt(squaresFrom);
      double lengthTo = Math.sqrt(squaresTo);
      double cosine = Math.max(-1, Math.min(1, product / (lengthFrom * lengthTo)));
      double sine = Math.sqrt(1 - cosine * cosine);
      if (!(sine > NO_CIRCLE)) {
        return LINEAR.between(from, to, t);
      }
      double angle = StrictMath.acos(cosine);
      double length = (1 - t) * lengthFrom + t * lengthTo;
      return weighted(
          from,
          StrictMath.sin((1 - t) * angle) / sine * length / lengthFrom,
          to,
          StrictMath.sin(t * angle) / sine * length / lengthTo);
    }
  };

  /** A sine below which rounding would choose the circle; NaN, of codes that are 0, is too. */
  private static final double NO_CIRCLE = 1e-6;

  /**
   * The code at a part of the way.
   *
   * @param t from 0 to 1
   */
  abstract float[] between(float[] from, float[] to, double t);

  private static float[] weighted(float[] a, double weightA, float[] b, double weightB) {
    float[] sum = new float[a.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (float) (weightA * a[i] + weightB * b[i]);
    }
    return sum;
  }
}
