package io.venturi.kernel;

import java.util.SplittableRandom;

/** Uniform on ±√(6 / (fanIn + fanOut)) (Glorot and Bengio, 2010). */
public final class GlorotUniform implements Initializer {

  @Override
  public void fill(float[] weights, int fanIn, int fanOut, SplittableRandom random) {
    Distributions.uniform(weights, Math.sqrt(6.0 / ((double) fanIn + fanOut)), random);
  }
}
