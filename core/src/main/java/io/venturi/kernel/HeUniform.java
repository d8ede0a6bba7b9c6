package io.venturi.kernel;

import java.util.SplittableRandom;

/** Uniform on ±√(6 / fanIn) (He, Zhang, Ren and Sun, 2015). */
public final class HeUniform implements Initializer {

  @Override
  public void fill(float[] weights, int fanIn, int fanOut, SplittableRandom random) {
    Distributions.uniform(weights, Math.sqrt(6.0 / fanIn), random);
  }
}
