package io.venturi.anomaly;

import io.venturi.error.DataException;
import java.util.OptionalDouble;

/**
 * The score above which rows are anomalies, if there is one.
 *
 * @param by what it was set by, in a few words; empty if there is none
 */
record Limit(OptionalDouble score, String by) {

  static final Limit NONE = new Limit(OptionalDouble.empty(), "");

  Limit(double score, String by) {
    this(OptionalDouble.of(score), by);
  }

  /**
   * By calibration rows.
   *
   * @throws DataException if they do not allow for it
   */
  static Limit of(Threshold rule, Calibration calibration) {
    double score = rule.of(calibration);
    if (Double.isNaN(score)) {
      throw new DataException(
          AnomalyMessage.SCORE_NOT_A_NUMBER, 0, "the threshold by " + rule.description(), score);
    }
    String caveat = rule instanceof CalibratedThreshold ? calibration.caveat() : "";
    return new Limit(score, rule.description() + caveat);
  }

  double require() {
    return score.orElseThrow(() -> new DataException(AnomalyMessage.NO_THRESHOLD));
  }

  @Override
  public String toString() {
    return score.isEmpty() ? "not set" : score.getAsDouble() + " (" + by + ")";
  }
}
