package io.venturi.sparse;

import io.venturi.annotation.AtMost;
import io.venturi.annotation.AtMost.Size;
import io.venturi.annotation.AutoencoderKind.Hook;
import io.venturi.annotation.Range;
import io.venturi.annotation.TypeOption;

/**
 * Keeps the k largest activations of each row and sets the others to 0, in training, in validation
 * and in use: {@code Model.encode} gives codes of at most k numbers that are not 0 (Makhzani and
 * Frey, k-Sparse Autoencoders, 2013). Largest are values, not sizes, as in the paper, whose units
 * are linear: a negative one is kept only where fewer than k are not negative. Of equal ones the
 * first are kept. Gradients go through those that were kept.
 */
@TypeOption(claims = Hook.CODE_TRANSFORM)
public @interface TopK {

  /** How many are kept, up to the units of the code. */
  @Range(min = 1)
  @AtMost(Size.CODE_UNITS)
  int k();
}
