package io.venturi.testkit;

import io.venturi.spi.BatchContext;
import io.venturi.spi.RowWeighting;
import java.util.Arrays;

/** Leaves out rows whose loss is above twice the mean. */
final class Trimming implements RowWeighting {

  private final TypeFault fault;

  /** What a stateless weighting must not have. */
  private float seen;

  Trimming(TypeFault fault) {
    this.fault = fault;
  }

  @Override
  public void weigh(float[] rowLoss, float[] weights, int rows, BatchContext step) {
    int counted = fault == TypeFault.WEIGHTS_OF_CAPACITY ? rowLoss.length : rows;
    float sum = fault == TypeFault.WEIGHTS_KEPT ? seen : 0;
    for (int r = 0; r < counted; r++) {
      sum += rowLoss[r];
    }
    seen = sum;
    for (int r = 0; r < rows; r++) {
      weights[r] = rowLoss[r] > 2 * sum / counted ? 0 : weight(rowLoss[r]);
    }
    if (fault == TypeFault.WEIGHTS_SORT) {
      Arrays.sort(rowLoss, 0, rows);
    }
  }

  private float weight(float loss) {
    return switch (fault) {
      case WEIGHTS_KEPT -> 1 + seen;
      case WEIGHTS_OF_CAPACITY -> 1 + seen;
      case WEIGHTS_NEGATIVE -> 0.5f - loss;
      default -> 1;
    };
  }
}
