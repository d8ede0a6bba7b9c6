package io.venturi.kernel;

/**
 * Elementary functions in float that HotSpot's C2 compiler vectorises, unlike those of {@link
 * Math}: no branches, no tables, no conversions. The same bits on every CPU with fused
 * multiply-add.
 */
// Coefficients have more digits than a float keeps; they are given as published.
@SuppressWarnings("FloatingPointLiteralPrecision")
public final class FloatMath {

  private static final float TANH_LIMIT = 7.9f;

  /** Below it, exp is less than half the distance from 1 to the float before. */
  private static final float EXP_LIMIT = -18f;

  /** The logarithm of the smallest normal float, almost. */
  private static final float SMALLEST = -87f;

  private static final float LOG2_E = 1.442695f;

  /** ln 2 in two parts, the first with so few bits that multiples of it are exact. */
  private static final float LN_2 = 0.6933594f;

  private static final float LN_2_REST = -2.1219444e-4f;

  /** The bits of √½. */
  private static final int SQRT_HALF_BITS = 0x3f35_04f3;

  private FloatMath() {}

  /**
   * tanh, absolute error below 3e-7: a quotient of polynomials on [-7.9, 7.9], constant
   * (±0.9999998) beyond. The coefficients are those of the 13/6 rational approximation that Eigen
   * documents for its fast tanh.
   */
  public static float tanh(float x) {
    float t = Math.max(-TANH_LIMIT, Math.min(TANH_LIMIT, x));
    float t2 = t * t;
    float p = Math.fma(t2, -2.76076847742355e-16f, 2.00018790482477e-13f);
    p = Math.fma(t2, p, -8.60467152213735e-11f);
    p = Math.fma(t2, p, 5.12229709037114e-08f);
    p = Math.fma(t2, p, 1.48572235717979e-05f);
    p = Math.fma(t2, p, 6.37261928875436e-04f);
    p = Math.fma(t2, p, 4.89352455891786e-03f);
    float q = Math.fma(t2, 1.19825839466702e-06f, 1.18534705686654e-04f);
    q = Math.fma(t2, q, 2.26843463243900e-03f);
    q = Math.fma(t2, q, 4.89352518554385e-03f);
    return t * p / q;
  }

  /** The logistic function, absolute error below 3e-7. */
  public static float sigmoid(float x) {
    return 0.5f + 0.5f * tanh(0.5f * x);
  }

  /**
   * {@code exp(x) − 1} for x ≤ 0, absolute error below 5e-7 and small beside the result near 0: the
   * series on x / 64, doubled six times by {@code expm1(2t) = expm1(t) · (expm1(t) + 2)}. Lies in
   * [-1, 0].
   */
  public static float expm1OfNegative(float x) {
    float t = Math.max(EXP_LIMIT, x) * (1f / 64);
    float e = Math.fma(t, 1f / 5040, 1f / 720);
    e = Math.fma(t, e, 1f / 120);
    e = Math.fma(t, e, 1f / 24);
    e = Math.fma(t, e, 1f / 6);
    e = Math.fma(t, e, 0.5f);
    e = Math.fma(t, e, 1f) * t;
    e = e * (e + 2f);
    e = e * (e + 2f);
    e = e * (e + 2f);
    e = e * (e + 2f);
    e = e * (e + 2f);
    return e * (e + 2f);
  }

  /**
   * The logarithm on [½, 1], absolute error below 2e-7, by the series of 2 artanh((s − 1) / (s +
   * 1)).
   */
  public static float logOfUpperHalf(float s) {
    float u = (s - 1f) / (s + 1f);
    float u2 = u * u;
    float sum = Math.fma(u2, 1f / 11, 1f / 9);
    sum = Math.fma(u2, sum, 1f / 7);
    sum = Math.fma(u2, sum, 1f / 5);
    sum = Math.fma(u2, sum, 1f / 3);
    sum = Math.fma(u2, sum, 1f);
    return 2f * u * sum;
  }

  /**
   * exp(x) for x ≤ 0, relative error below 2e-7; 0 where it would be no normal float: 2 to the
   * rounded power, times a series on what rounding left.
   */
  public static float exp(float x) {
    if (!(x > SMALLEST)) {
      return x <= SMALLEST ? 0f : x; // The latter is NaN.
    }
    int power = (int) (x * LOG2_E - 0.5f);
    float rest = Math.fma(power, -LN_2_REST, Math.fma(power, -LN_2, x));
    float series = Math.fma(rest, 1f / 5040, 1f / 720);
    series = Math.fma(rest, series, 1f / 120);
    series = Math.fma(rest, series, 1f / 24);
    series = Math.fma(rest, series, 1f / 6);
    series = Math.fma(rest, series, 0.5f);
    series = Math.fma(rest, series, 1f);
    series = Math.fma(rest, series, 1f);
    return series * Float.intBitsToFloat((power + 127) << 23);
  }

  /**
   * The logarithm of a normal float above 0, relative error below 3e-7 but near 1, where the
   * absolute one is below 1e-7: exponent and mantissa apart, the latter's by the series of artanh.
   * One at a time; not vectorised.
   */
  public static float log(float x) {
    int bits = Float.floatToRawIntBits(x);
    int power = (bits - SQRT_HALF_BITS) >> 23;
    float mantissa = Float.intBitsToFloat(bits - (power << 23)); // In [√½, √2).
    float u = (mantissa - 1f) / (mantissa + 1f);
    float u2 = u * u;
    float sum = Math.fma(u2, 1f / 9, 1f / 7);
    sum = Math.fma(u2, sum, 1f / 5);
    sum = Math.fma(u2, sum, 1f / 3);
    sum = Math.fma(u2, sum, 1f);
    return Math.fma(power, LN_2, Math.fma(power, LN_2_REST, 2f * u * sum));
  }

  /** Whether none of {@code n} values is NaN or infinite: 0 times one of those is NaN. */
  public static boolean areFinite(float[] values, int from, int n) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = from;
    int end = from + n;
    for (; i + 3 < end; i += 4) {
      s0 += 0f * values[i];
      s1 += 0f * values[i + 1];
      s2 += 0f * values[i + 2];
      s3 += 0f * values[i + 3];
    }
    for (; i < end; i++) {
      s0 += 0f * values[i];
    }
    return s0 + s1 + (s2 + s3) == 0;
  }
}
