package io.venturi.data;

/**
 * The usual scalers, defined as in scikit-learn. All compute in double and keep centre and scale as
 * floats. A constant feature is only shifted: its divisor is 1.
 */
public final class Scalers {

  private Scalers() {}

  /**
   * {@code (x − mean) / standard deviation} of each feature; the deviation is the population's,
   * with the number of rows for divisor. In one pass, by Welford's method (1962).
   */
  public static Scaler standard() {
    return new StandardScaler();
  }

  /**
   * From each feature's smallest and largest training value to [0, 1]; see {@link MinMaxScaler}.
   */
  public static MinMaxScaler minMax() {
    return minMax(0, 1);
  }

  /**
   * From each feature's smallest and largest training value to [low, high]. Values beyond those of
   * the training rows come to lie outside, unless {@link MinMaxScaler#clip()} says otherwise.
   *
   * @throws io.venturi.error.DataException if low is not below high, or one is not finite
   */
  public static MinMaxScaler minMax(double low, double high) {
    return new MinMaxScaler(low, high, false);
  }

  /**
   * {@code (x − median) / (75 % quantile − 25 % quantile)}; see {@link #robust(double, double)}.
   */
  public static Scaler robust() {
    return robust(25, 75);
  }

  /**
   * {@code (x − median) / (upper quantile − lower quantile)} of each feature: rows far off, up to
   * that share, do not move it. Quantiles are exact, interpolated linearly between the two nearest
   * values (numpy's default), so all rows must be at hand: a stream is refused.
   *
   * @param lowerPercent in [0, upperPercent)
   * @param upperPercent in (lowerPercent, 100]
   * @throws io.venturi.error.DataException if they are not such percentages
   */
  public static Scaler robust(double lowerPercent, double upperPercent) {
    return new RobustScaler(lowerPercent, upperPercent);
  }
}
