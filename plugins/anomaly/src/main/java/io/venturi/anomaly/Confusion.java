package io.venturi.anomaly;

import io.venturi.application.Interval;
import io.venturi.application.Proportion;

/**
 * What a threshold makes of rows of known kinds. Intervals are of 95 %, exact ({@link
 * Proportion#interval()}): where a rate may lie on other rows of the same kinds.
 *
 * @param truePositives anomalies that were found
 * @param falsePositives normal rows that were called anomalies
 * @param normals how many rows are normal
 * @param anomalies how many are not
 */
public record Confusion(int truePositives, int falsePositives, int normals, int anomalies) {

  /** Normal rows that were called so. */
  public int trueNegatives() {
    return normals - falsePositives;
  }

  /** Anomalies that were missed. */
  public int falseNegatives() {
    return anomalies - truePositives;
  }

  /** The share of alarms that are right; 0 if there are none. */
  public double precision() {
    int alarms = truePositives + falsePositives;
    return alarms == 0 ? 0 : (double) truePositives / alarms;
  }

  /** Around {@link #precision}; from 0 to 1 if there are no alarms. */
  public Interval precisionInterval() {
    int alarms = truePositives + falsePositives;
    return alarms == 0 ? new Interval(0, 1) : new Proportion(truePositives, alarms).interval();
  }

  /** The share of anomalies that were found. */
  public double recall() {
    return (double) truePositives / anomalies;
  }

  /** Around {@link #recall}. */
  public Interval recallInterval() {
    return new Proportion(truePositives, anomalies).interval();
  }

  /** The share of normal rows that were called anomalies. */
  public double falsePositiveRate() {
    return (double) falsePositives / normals;
  }

  /** Around {@link #falsePositiveRate}. */
  public Interval falsePositiveRateInterval() {
    return new Proportion(falsePositives, normals).interval();
  }

  /** The harmonic mean of precision and recall; 0 if nothing was found. */
  public double f1() {
    return 2.0 * truePositives / (truePositives + falsePositives + anomalies);
  }
}
