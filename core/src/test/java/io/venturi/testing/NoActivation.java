package io.venturi.testing;

import io.venturi.kernel.ElementwiseActivation;
import io.venturi.kernel.Initializer;
import java.util.SplittableRandom;

/** Does nothing, as an activation and as an initializer. */
public class NoActivation implements ElementwiseActivation, Initializer {

  @Override
  public void apply(float[] x, int n) {}

  @Override
  public void gradient(float[] gradient, float[] y, int n) {}

  @Override
  public void fill(float[] weights, int fanIn, int fanOut, SplittableRandom random) {}
}
