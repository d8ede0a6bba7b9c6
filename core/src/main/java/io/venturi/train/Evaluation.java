package io.venturi.train;

import io.venturi.train.RowSource.Window;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The mean loss over rows that are not trained on.
 *
 * @param batchSize rows that are measured at a time
 * @param control by which it ends early
 */
record Evaluation(BatchStep<?> step, int batchSize, TrainingControl control) {

  /**
   * Measures rows, in their order.
   *
   * @return the mean over rows, without corruption, row weights and penalties; empty if training
   *     was stopped before all were measured
   * @throws io.venturi.error.DataException if they cannot be read
   */
  OptionalDouble of(RowSource held) {
    held.begin(OptionalLong.empty());
    double sum = 0;
    long count = 0;
    boolean last = false;
    for (Window window = held.next(); window != null; window = held.next()) {
      for (int from = 0; from < window.rows(); from += batchSize) {
        if (control.isStopped()) {
          return OptionalDouble.empty();
        }
        int rows = Math.min(batchSize, window.rows() - from);
        sum += step.evaluate(window.data, window.order, from, rows);
      }
      count += window.rows();
      last = window.last;
    }
    return last ? OptionalDouble.of(sum / count) : OptionalDouble.empty();
  }
}
