package io.venturi.variational;

import io.venturi.annotation.Range;
import io.venturi.annotation.TypeOption;

/**
 * Holds the divergence at a capacity C: {@code beta · |KL − C|} takes the place of {@code beta ·
 * KL} (Burgess et al., 2018, where beta is called γ). C rises from 0 on a straight line.
 */
@TypeOption
public @interface Capacity {

  /** Where C ends, in nats. */
  @Range(min = 0, max = 1e6, minExclusive = true)
  double nats();

  /** In how many epochs it gets there. */
  @Range(min = 0, max = 1e6)
  double epochs();
}
