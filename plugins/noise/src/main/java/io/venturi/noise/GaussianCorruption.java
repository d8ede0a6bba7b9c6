package io.venturi.noise;

import io.venturi.kernel.Gaussians;
import io.venturi.spi.Corruption;
import io.venturi.spi.StepContext;

/** {@code x + standardDeviation · ε}, clipped. */
record GaussianCorruption(float standardDeviation, Clip clip) implements Corruption {

  @Override
  public void corrupt(float[] values, int rows, int width, int firstRow, StepContext step) {
    int n = rows * width;
    long seed = step.seed();
    long place = (long) firstRow * width;
    for (int i = 0; i < n; i++) {
      values[i] += standardDeviation * Gaussians.at(seed, place + i);
    }
    clip.apply(values, n);
  }
}
