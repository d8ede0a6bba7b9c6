package io.venturi.losses;

import io.venturi.kernel.Activation;
import io.venturi.kernel.FloatMath;
import io.venturi.kernel.Softplus;
import io.venturi.spi.ElementwiseLoss;

/**
 * {@code y − x log y}, mean over a row. For y = softplus(z) with z far below 0, y is close to
 * exp(z): logarithm and quotients are then taken of {@code y / exp(z)}, which lies in [log 2, 1].
 */
final class PoissonLoss extends ElementwiseLoss {

  /** Keeps logarithms finite for activations that come to 0 in floats. */
  private static final float SMALLEST = 1e-7f;

  @Override
  protected float rowFactor(float count) {
    return 1f / count;
  }

  @Override
  protected boolean fuses(Activation activation) {
    return activation instanceof Softplus;
  }

  @Override
  protected void fusedTerms(float[] z, float[] target, float[] y, float factor, int n) {
    for (int i = 0; i < n; i++) {
      float x = target[i];
      if (z[i] > 0) {
        float rate = y[i];
        target[i] = rate - x * FloatMath.log(rate);
        y[i] = factor * FloatMath.sigmoid(z[i]) * (1f - x / rate);
      } else {
        float e = FloatMath.exp(z[i]);
        float quotient = quotient(e);
        target[i] = e * quotient - x * (z[i] + FloatMath.logOfUpperHalf(quotient));
        y[i] = factor * (e - x / quotient) / (1f + e);
      }
    }
  }

  /** log(1 + e) / e for e in [0, 1], with v = e / (2 + e): {@code 2 artanh(v) / e}. */
  private static float quotient(float e) {
    float w = 1f / (2f + e);
    float v2 = e * w * (e * w);
    float sum = Math.fma(v2, 1f / 13, 1f / 11);
    sum = Math.fma(v2, sum, 1f / 9);
    sum = Math.fma(v2, sum, 1f / 7);
    sum = Math.fma(v2, sum, 1f / 5);
    sum = Math.fma(v2, sum, 1f / 3);
    return Math.min(1f, 2f * w * Math.fma(v2, sum, 1f));
  }

  @Override
  protected void terms(float[] y, float[] target, float[] gradient, float factor, int n) {
    for (int i = 0; i < n; i++) {
      float x = target[i];
      float rate = Math.max(SMALLEST, y[i]);
      gradient[i] = factor * (1f - x / rate);
      target[i] = rate - x * FloatMath.log(rate);
    }
  }
}
