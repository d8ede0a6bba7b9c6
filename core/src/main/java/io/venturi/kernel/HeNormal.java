package io.venturi.kernel;

import java.util.SplittableRandom;

/** Normal with variance 2 / fanIn (He, Zhang, Ren and Sun, 2015). */
public final class HeNormal implements Initializer {

  @Override
  public void fill(float[] weights, int fanIn, int fanOut, SplittableRandom random) {
    Distributions.normal(weights, Math.sqrt(2.0 / fanIn), random);
  }
}
