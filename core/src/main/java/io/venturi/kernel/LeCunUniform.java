package io.venturi.kernel;

import java.util.SplittableRandom;

/**
 * Uniform on ±√(3 / fanIn) (LeCun et al., 1998), which suits activations that keep their variance.
 */
public final class LeCunUniform implements Initializer {

  @Override
  public void fill(float[] weights, int fanIn, int fanOut, SplittableRandom random) {
    Distributions.uniform(weights, Math.sqrt(3.0 / fanIn), random);
  }
}
