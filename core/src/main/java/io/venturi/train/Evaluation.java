package io.venturi.train;

import io.venturi.kernel.Seeds;
import io.venturi.train.RowSource.Window;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The mean objective over rows that are not trained on, and figures about them.
 *
 * @param batchSize rows that are measured at a time
 * @param watch gets the figures
 * @param seed of what types draw: the same after every epoch
 * @param control by which it ends early
 */
record Evaluation(
    BatchStep<?> step, int batchSize, Watch watch, long seed, TrainingControl control) {

  /**
   * Measures rows, in their order.
   *
   * @param epochs trained so far
   * @param steps made so far
   * @return the mean over rows, penalties included, without corruption and the weights that types
   *     give to rows; empty if training was stopped before all were measured
   * @throws io.venturi.error.DataException if they cannot be read
   */
  OptionalDouble of(RowSource held, double epochs, long steps) {
    held.begin(OptionalLong.empty());
    double sum = 0;
    long count = 0;
    long batches = 0;
    boolean last = false;
    for (Window window = held.next(); window != null; window = held.next()) {
      for (int from = 0; from < window.rows(); from += batchSize) {
        if (control.isStopped()) {
          return OptionalDouble.empty();
        }
        int rows = Math.min(batchSize, window.rows() - from);
        watch.moment().at(Seeds.draw(seed, batches), epochs, steps);
        sum += step.evaluate(window.data, window.order, from, rows, watch.moment()) * rows;
        watch.observe(step);
        batches++;
      }
      count += window.rows();
      last = window.last;
    }
    return last ? OptionalDouble.of(sum / count) : OptionalDouble.empty();
  }
}
