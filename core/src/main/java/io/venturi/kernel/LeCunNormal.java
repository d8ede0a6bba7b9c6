package io.venturi.kernel;

import java.util.SplittableRandom;

/**
 * Normal with variance 1 / fanIn (LeCun et al., 1998), which suits activations that keep their
 * variance.
 */
public final class LeCunNormal implements Initializer {

  @Override
  public void fill(float[] weights, int fanIn, int fanOut, SplittableRandom random) {
    Distributions.normal(weights, Math.sqrt(1.0 / fanIn), random);
  }
}
