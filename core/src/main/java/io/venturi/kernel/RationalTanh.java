package io.venturi.kernel;

/**
 * tanh as a quotient of polynomials on [-7.9, 7.9], constant (±0.9999998) beyond. Unlike {@link
 * Math#tanh} it vectorises, and it has the same bits on every CPU with fused multiply-add.
 *
 * <p>The coefficients are those of the 13/6 rational approximation that Eigen documents for its
 * fast tanh.
 */
// The coefficients have more digits than a float keeps; they are given as published.
@SuppressWarnings("FloatingPointLiteralPrecision")
final class RationalTanh {

  private static final float LIMIT = 7.9f;

  private RationalTanh() {}

  static float of(float x) {
    float t = Math.max(-LIMIT, Math.min(LIMIT, x));
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
}
