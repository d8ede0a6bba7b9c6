package io.venturi.testkit;

/** What a penalty on codes is that draws numbers, in double precision. */
@FunctionalInterface
public interface DrawnPenaltyFormula {

  /**
   * The penalty as it stands in the objective.
   *
   * @param codes what the encoder gave of the batch, shape (rows, codes)
   * @param seed what the penalty's context says, from which it draws
   */
  double of(double[][] codes, long seed);
}
