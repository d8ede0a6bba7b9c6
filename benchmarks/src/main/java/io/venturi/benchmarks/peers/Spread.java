package io.venturi.benchmarks.peers;

import io.venturi.benchmarks.Median;
import java.util.Collections;
import java.util.List;

/** A median with what it is the median of. */
record Spread(double median, double least, double most, int count) {

  /**
   * @param values at least one
   */
  static Spread of(List<Double> values) {
    return new Spread(
        Median.of(values), Collections.min(values), Collections.max(values), values.size());
  }
}
