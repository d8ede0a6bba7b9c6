package io.venturi.train;

/**
 * Functions that a step needs. As {@link StrictMath}'s they give the same bits on every machine,
 * and unlike some of those ({@code pow}; from Java 21 on {@code cos}) they allocate nothing.
 */
final class StepMath {

  /** Terms of the sine's series after which nothing is left that a double tells. */
  private static final int TERMS = 11;

  private StepMath() {}

  /**
   * A power, by repeated squaring.
   *
   * @param exponent at least 0
   * @return with a relative error of up to some {@code exponent} times 1e-16
   */
  static double power(double base, long exponent) {
    double result = 1;
    double square = base;
    for (long left = exponent; left > 0; left >>= 1) {
      if ((left & 1) != 0) {
        result *= square;
      }
      square *= square;
    }
    return result;
  }

  /**
   * Half a cosine, from 1 down to 0: {@code (1 + cos(π share)) / 2}.
   *
   * @param share in [0, 1]
   * @return in [0, 1], with an absolute error of some 1e-16
   */
  static double fallingCosine(double share) {
    double sine = sine(StrictMath.PI / 2 * share);
    return Math.max(0, 1 - sine * sine);
  }

  /** By its series, for angles in [0, π/2]. */
  private static double sine(double angle) {
    double square = angle * angle;
    double sum = 1;
    for (int k = TERMS; k >= 1; k--) {
      sum = 1 - square / (2 * k * (2 * k + 1)) * sum;
    }
    return angle * sum;
  }
}
