package io.venturi.spi;

import io.venturi.kernel.Tensor;

/**
 * Where one block of parameters lies in the flat vector, and its view there. The same block of a
 * gradient vector is {@link #of(Tensor)}.
 *
 * @param spec what it is
 * @param offset the first index in the flat vector
 * @param values the view of the parameters, shape (spec.rows, spec.columns)
 */
public record ParameterBlock(ParameterSpec spec, int offset, Tensor values) {

  /** This block of a vector laid out like the parameters. */
  public Tensor of(Tensor flat) {
    return flat.view(offset, spec.rows(), spec.columns());
  }
}
