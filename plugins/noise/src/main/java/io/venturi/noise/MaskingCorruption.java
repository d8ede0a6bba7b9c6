package io.venturi.noise;

import io.venturi.spi.Corruption;
import io.venturi.spi.StepContext;

/**
 * Sets some values to one, and multiplies the others by a factor.
 *
 * @param threshold how many of 2²⁴ are masked
 */
record MaskingCorruption(int threshold, float value, float factor) implements Corruption {

  @Override
  public void corrupt(float[] values, int rows, int width, int firstRow, StepContext step) {
    int n = rows * width;
    long seed = step.seed();
    long place = (long) firstRow * width;
    for (int i = 0; i < n; i++) {
      values[i] = Uniforms.bitsAt(seed, place + i) < threshold ? value : factor * values[i];
    }
  }
}
