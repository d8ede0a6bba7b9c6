package com.example.extras;

import io.venturi.kernel.Seeds;
import io.venturi.spi.Corruption;
import io.venturi.spi.StepContext;
import java.util.Arrays;

/** Covers a rectangle at a place that the seed and the row's number in its batch decide. */
record OcclusionCorruption(
    int imageHeight, int imageWidth, int channels, int height, int width, float value)
    implements Corruption {

  @Override
  public void corrupt(float[] values, int rows, int rowWidth, int firstRow, StepContext step) {
    for (int r = 0; r < rows; r++) {
      long place = 2L * (firstRow + r);
      int top = below(imageHeight - height + 1, step.seed(), place);
      int left = below(imageWidth - width + 1, step.seed(), place + 1);
      for (int y = top; y < top + height; y++) {
        int from = r * rowWidth + (y * imageWidth + left) * channels;
        Arrays.fill(values, from, from + width * channels, value);
      }
    }
  }

  /** One of 0 to {@code bound − 1}, by the upper 32 bits. */
  private static int below(int bound, long seed, long place) {
    return (int) ((Seeds.draw(seed, place) >>> 32) * bound >>> 32);
  }
}
