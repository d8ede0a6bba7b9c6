package io.venturi.variational;

import io.venturi.kernel.FloatMath;

/** exp of any float, the same bits on every machine. */
final class Exponential {

  private Exponential() {}

  /** Infinite above 87. */
  static float of(float x) {
    return x <= 0 ? FloatMath.exp(x) : 1f / FloatMath.exp(-x);
  }
}
