package io.venturi.variational;

import io.venturi.annotation.Range;
import io.venturi.annotation.TypeOption;

/**
 * Lets the divergence's factor rise from 0 (Bowman et al., 2016), once or in cycles (Fu et al.,
 * 2019), so that the decoder learns to use the code first. After the last cycle it is whole.
 */
@TypeOption
public @interface WarmUp {

  /** How long a cycle is, in epochs. */
  @Range(min = 0, max = 1e6, minExclusive = true)
  double epochs();

  /** How many cycles there are; with one, the factor rises and stays. */
  @Range(min = 1, max = 1e6)
  int cycles() default 1;

  /** The part of a cycle in which the factor rises, on a straight line; then it is whole. */
  @Range(min = 0, max = 1, minExclusive = true)
  double rise() default 1;
}
