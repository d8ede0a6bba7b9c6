package io.venturi.anomaly;

import io.venturi.spi.BatchContext;
import io.venturi.spi.RowWeighting;
import java.util.Arrays;

/** Leaves out the rows of largest loss. */
final class TrimmedWeighting implements RowWeighting {

  private final double fraction;
  private final int after;

  TrimmedWeighting(double fraction, int after) {
    this.fraction = fraction;
    this.after = after;
  }

  @Override
  public void weigh(float[] rowLoss, float[] weights, int rows, BatchContext step) {
    Arrays.fill(weights, 0, rows, 1);
    int trimmed = step.epochs() < after ? 0 : (int) (fraction * rows);
    if (trimmed == 0) {
      return;
    }
    float[] sorted = step.scratch().floats(0, rows);
    System.arraycopy(rowLoss, 0, sorted, 0, rows);
    Arrays.sort(sorted, 0, rows); // NaN comes last: such a step is refused anyway.
    float largestKept = sorted[rows - trimmed - 1];
    int left = trimmed;
    for (int r = 0; r < rows; r++) {
      if (rowLoss[r] > largestKept) {
        weights[r] = 0;
        left--;
      }
    }
    for (int r = rows - 1; r >= 0 && left > 0; r--) {
      if (rowLoss[r] == largestKept) {
        weights[r] = 0;
        left--;
      }
    }
    step.report("trimmedAt", largestKept);
  }
}
