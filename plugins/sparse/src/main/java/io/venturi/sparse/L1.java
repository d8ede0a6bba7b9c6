package io.venturi.sparse;

import io.venturi.annotation.Range;
import io.venturi.annotation.TypeOption;

/**
 * Adds {@code weight · Σ_j |z_j|} to the objective: a SUM over the units of the code, a mean over
 * the rows of the batch (Olshausen and Field, 1996, have it as one of the costs of a sparse code).
 * Its gradient at 0 is 0.
 */
@TypeOption
public @interface L1 {

  /** What the sum is multiplied by. */
  @Range(min = 0, max = 1e6)
  double weight();
}
