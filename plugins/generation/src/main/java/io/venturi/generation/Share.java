package io.venturi.generation;

import io.venturi.application.Interval;
import io.venturi.application.Proportion;
import io.venturi.application.Ranks;

/**
 * A share or probability that was measured.
 *
 * @param value in [0, 1]
 * @param interval where it would lie on other rows of the same kind, 95 %
 */
public record Share(double value, Interval interval) {

  static Share of(Proportion proportion) {
    return new Share(proportion.value(), proportion.interval());
  }

  /** How likely a value of the one is below one of the other, equal ones counting half. */
  static Share below(double[] low, double[] high) {
    Ranks ranks = Ranks.of(high, low);
    return new Share(ranks.probabilityAbove(), ranks.interval());
  }
}
