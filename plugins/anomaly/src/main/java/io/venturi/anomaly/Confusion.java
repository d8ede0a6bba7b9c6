package io.venturi.anomaly;

/**
 * What a threshold makes of rows of known kinds.
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

  /** The share of anomalies that were found. */
  public double recall() {
    return (double) truePositives / anomalies;
  }

  /** The share of normal rows that were called anomalies. */
  public double falsePositiveRate() {
    return (double) falsePositives / normals;
  }

  /** The harmonic mean of precision and recall; 0 if nothing was found. */
  public double f1() {
    return 2.0 * truePositives / (truePositives + falsePositives + anomalies);
  }
}
