package io.venturi.noise;

import io.venturi.spi.Corruption;
import io.venturi.spi.StepContext;

/** {@code x + limit · u} with u uniform on [−1, 1), clipped. */
record UniformCorruption(float limit, Clip clip) implements Corruption {

  @Override
  public void corrupt(float[] values, int rows, int width, int firstRow, StepContext step) {
    int n = rows * width;
    long seed = step.seed();
    long place = (long) firstRow * width;
    for (int i = 0; i < n; i++) {
      values[i] += limit * (2f * Uniforms.at(seed, place + i) - 1f);
    }
    clip.apply(values, n);
  }
}
