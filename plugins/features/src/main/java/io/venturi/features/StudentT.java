package io.venturi.features;

/**
 * Student's distribution for whole degrees of freedom (M. Abramowitz and I. A. Stegun, Handbook of
 * Mathematical Functions, 1964, 26.7.3 and 26.7.4).
 */
final class StudentT {

  private StudentT() {}

  /**
   * How many standard errors lie on either side of a mean.
   *
   * @param confidence in (0, 1)
   * @param degrees of freedom, at least 1
   */
  static double quantile(double confidence, int degrees) {
    double low = 0;
    double high = Math.PI / 2;
    for (int i = 0; i < Double.SIZE; i++) {
      double middle = (low + high) / 2;
      if (within(middle, degrees) < confidence) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.sqrt(degrees) * StrictMath.tan((low + high) / 2);
  }

  /** The share within {@code sqrt(degrees) · tan(angle)} of 0. */
  private static double within(double angle, int degrees) {
    double sine = StrictMath.sin(angle);
    double cosine = StrictMath.cos(angle);
    boolean odd = degrees % 2 == 1;
    double term = odd ? sine * cosine : sine;
    double sum = 0;
    for (int k = odd ? 3 : 2; k <= degrees; k += 2) {
      sum += term;
      term *= cosine * cosine * (k - 1) / k;
    }
    return odd ? (angle + sum) * 2 / Math.PI : sum;
  }
}
