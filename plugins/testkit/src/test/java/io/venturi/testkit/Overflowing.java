package io.venturi.testkit;

import io.venturi.annotation.Codomain;
import io.venturi.kernel.ElementwiseActivation;

/** A hyperbolic tangent as a quotient of exponentials, which overflow. */
@Codomain(min = -1, max = 1)
public final class Overflowing implements ElementwiseActivation {

  @Override
  public void apply(float[] x, int n) {
    for (int i = 0; i < n; i++) {
      float e = (float) Math.exp(2 * x[i]);
      x[i] = (e - 1) / (e + 1);
    }
  }

  @Override
  public void gradient(float[] gradient, float[] at, int n) {
    for (int i = 0; i < n; i++) {
      gradient[i] *= 1 - at[i] * at[i];
    }
  }
}
