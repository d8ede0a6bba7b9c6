package io.venturi.testkit;

/**
 * What a loss is, in double precision, as its documentation says: {@code row -> row.mean((y, x) ->
 * (y - x) * (y - x))}. Over the rows of a batch the mean is taken.
 */
@FunctionalInterface
public interface LossFormula {

  /** The loss of one row. */
  double of(LossRow row);
}
