package io.venturi.anomaly;

/** A threshold that does not depend on the calibration rows. */
record FixedThreshold(double score, String description) implements Threshold {

  @Override
  public double of(Calibration calibration) {
    return score;
  }
}
