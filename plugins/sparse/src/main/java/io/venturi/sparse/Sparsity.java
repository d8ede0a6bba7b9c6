package io.venturi.sparse;

import io.venturi.data.Dataset;
import io.venturi.model.Model;

/**
 * How sparse a model's codes are on some rows, whatever type of autoencoder it is.
 *
 * @param meanActivation the mean of the codes, over rows and units
 * @param deadUnits how many units are not active for any of the rows: nowhere larger, regardless of
 *     sign, than {@link #ACTIVE} of the largest activation of any unit
 * @param sparseness Hoyer's measure {@code (√n − ‖z‖₁ / ‖z‖₂) / (√n − 1)} of a code z of n units, a
 *     mean over the rows (Hoyer, 2004): 0 where all units are equally active, 1 where one alone is.
 *     Multiplying codes by a number does not change it. Rows whose code is 0 throughout do not
 *     count; if all are, and of a code of one unit, it is 1
 */
public record Sparsity(double meanActivation, int deadUnits, double sparseness) {

  /** The share of the largest activation that a unit which is not dead goes beyond. */
  public static final double ACTIVE = 0.01;

  /** Rows encoded at a time. */
  private static final int ROWS = 4096;

  /**
   * Measures a model, by the codes that {@code Model.encode} gives.
   *
   * @param data raw rows; weights of rows do not count
   * @throws io.venturi.error.DataException if the model cannot take them
   */
  public static Sparsity of(Model<?> model, Dataset data) {
    CodeStatistics statistics = new CodeStatistics(null);
    for (int from = 0; from < data.size(); from += ROWS) {
      Dataset part = data.slice(from, Math.min(data.size(), from + ROWS));
      for (float[] code : model.encode(part.toArray())) {
        statistics.add(code, 1, code.length);
      }
    }
    return new Sparsity(
        statistics.meanActivation(), statistics.deadUnits(), statistics.sparseness());
  }
}
