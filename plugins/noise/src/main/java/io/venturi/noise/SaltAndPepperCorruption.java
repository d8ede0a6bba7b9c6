package io.venturi.noise;

import io.venturi.kernel.Seeds;
import io.venturi.spi.Corruption;
import io.venturi.spi.StepContext;

/** Sets some values to one of two. The coin is a bit that does not decide whether it is tossed. */
record SaltAndPepperCorruption(int threshold, float low, float high) implements Corruption {

  @Override
  public void corrupt(float[] values, int rows, int width, int firstRow, StepContext step) {
    int n = rows * width;
    long seed = step.seed();
    long place = (long) firstRow * width;
    for (int i = 0; i < n; i++) {
      long bits = Seeds.draw(seed, place + i);
      if ((int) (bits >>> 40) < threshold) {
        values[i] = (bits & 1) == 0 ? low : high;
      }
    }
  }
}
