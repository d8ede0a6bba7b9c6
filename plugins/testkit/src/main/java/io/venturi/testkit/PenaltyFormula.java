package io.venturi.testkit;

/** What a penalty on codes is, in double precision. */
@FunctionalInterface
public interface PenaltyFormula {

  /**
   * The penalty as it stands in the objective.
   *
   * @param codes what the encoder gave of the batch, shape (rows, codes)
   */
  double of(double[][] codes);
}
