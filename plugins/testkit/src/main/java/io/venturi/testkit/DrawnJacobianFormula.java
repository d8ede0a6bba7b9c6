package io.venturi.testkit;

/**
 * What a penalty on the encoder's Jacobian is that draws numbers, such as an estimate of a norm, in
 * double precision. Over the rows of a batch the mean is taken.
 */
@FunctionalInterface
public interface DrawnJacobianFormula {

  /**
   * The penalty of one row.
   *
   * @param jacobian ∂code/∂input of the whole encoder at the row, shape (codes, inputs)
   * @param seed what the penalty's context says, from which it draws
   * @param row the row's number in the batch, from 0
   */
  double of(double[][] jacobian, long seed, int row);
}
