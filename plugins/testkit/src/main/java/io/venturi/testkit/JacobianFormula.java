package io.venturi.testkit;

/**
 * What a penalty on the encoder's Jacobian is, in double precision. Over the rows of a batch the
 * mean is taken.
 */
@FunctionalInterface
public interface JacobianFormula {

  /**
   * The penalty of one row.
   *
   * @param jacobian ∂code/∂input of the whole encoder at the row, shape (codes, inputs)
   */
  double of(double[][] jacobian);
}
