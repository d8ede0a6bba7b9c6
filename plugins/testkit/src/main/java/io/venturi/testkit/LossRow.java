package io.venturi.testkit;

import java.util.function.DoubleBinaryOperator;

/**
 * One row as a loss's formula sees it, in double precision. Arrays are as long as the row.
 *
 * @param z pre-activations of the last layer
 * @param y the reconstruction: the last layer's activation of z
 * @param x the target: the clean row
 * @param parameters of the loss's own, one block after another; empty if it has none
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record LossRow(double[] z, double[] y, double[] x, double[] parameters) {

  /** The SUM over the row's values of {@code term(y, x)}. */
  public double sum(DoubleBinaryOperator term) {
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      sum += term.applyAsDouble(y[i], x[i]);
    }
    return sum;
  }

  /** The MEAN over the row's values of {@code term(y, x)}. */
  public double mean(DoubleBinaryOperator term) {
    return sum(term) / y.length;
  }

  /**
   * The SUM over the row's values of {@code term(z, x)}, for formulas that are exact where an
   * activation saturates.
   */
  public double sumOfLogits(DoubleBinaryOperator term) {
    return new LossRow(y, z, x, parameters).sum(term);
  }

  /** The MEAN over the row's values of {@code term(z, x)}. */
  public double meanOfLogits(DoubleBinaryOperator term) {
    return sumOfLogits(term) / z.length;
  }

  /** How many values it has. */
  @Override
  public String toString() {
    return "a row of " + x.length + " values";
  }
}
