package io.venturi.testkit;

import io.venturi.kernel.ElementwiseActivation;
import io.venturi.kernel.Tanh;

/** A hyperbolic tangent with the derivative of a sigmoid. */
public final class WrongSlope implements ElementwiseActivation {

  @Override
  public void apply(float[] x, int n) {
    new Tanh().apply(x, n);
  }

  @Override
  public void gradient(float[] gradient, float[] at, int n) {
    for (int i = 0; i < n; i++) {
      gradient[i] *= at[i] * (1 - at[i]);
    }
  }
}
