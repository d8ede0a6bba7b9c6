package io.venturi.sparse;

import io.venturi.annotation.Codomain;
import io.venturi.annotation.Range;
import io.venturi.annotation.TypeOption;

/**
 * Adds {@code weight · Σ_j KL(ρ ‖ ρ̂_j)} to the objective, with
 *
 * <pre>{@code KL(ρ ‖ ρ̂) = ρ ln(ρ / ρ̂) + (1 − ρ) ln((1 − ρ) / (1 − ρ̂))}</pre>
 *
 * for the target ρ and the mean ρ̂_j of unit j over the rows of the whole batch (Ng, Sparse
 * Autoencoder, CS294A lecture notes, 2011): a SUM over the units of the code. Batches should be
 * large enough for a mean of them to say something. A ρ̂ nearer to 0 or 1 than a millionth counts
 * as that far from it, so that the divergence and its gradient are finite, and the gradient never
 * zero where a unit is dead.
 */
@TypeOption(code = @Codomain(min = 0, max = 1))
public @interface KullbackLeibler {

  /** The mean activation ρ that each unit is to have over the rows. */
  @Range(min = 0, max = 1, minExclusive = true, maxExclusive = true)
  double target() default 0.05;

  /**
   * What the divergence is multiplied by. Against a loss that is a sum over features, such as that
   * of Ng's notes, the usual 3; against a mean over n features 3 / n has the same effect.
   */
  @Range(min = 0, max = 1e6)
  double weight();
}
