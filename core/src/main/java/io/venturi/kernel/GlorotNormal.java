package io.venturi.kernel;

import java.util.SplittableRandom;

/** Normal with variance 2 / (fanIn + fanOut) (Glorot and Bengio, 2010). */
public final class GlorotNormal implements Initializer {

  @Override
  public void fill(float[] weights, int fanIn, int fanOut, SplittableRandom random) {
    Distributions.normal(weights, Math.sqrt(2.0 / ((double) fanIn + fanOut)), random);
  }
}
