package io.venturi.application;

import java.util.Arrays;

/** The k nearest rows so far, nearest first; of equally near ones, the lower number first. */
final class NearestList {

  private final int[] rows;
  private final double[] distances;

  /** Fills these two arrays, of length k. */
  NearestList(int[] rows, double[] distances) {
    this.rows = rows;
    this.distances = distances;
    Arrays.fill(rows, Integer.MAX_VALUE);
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
  }

  /** The squared distance above which a row is of no interest. */
  double farthest() {
    return distances[distances.length - 1];
  }

  /** Takes a row in if it is one of the nearest. */
  void offer(int row, double distance) {
    int at = rows.length - 1;
    if (!nearer(distance, row, at)) {
      return;
    }
    for (; at > 0 && nearer(distance, row, at - 1); at--) {
      rows[at] = rows[at - 1];
      distances[at] = distances[at - 1];
    }
    rows[at] = row;
    distances[at] = distance;
  }

  private boolean nearer(double distance, int row, int at) {
    return distance < distances[at] || (distance == distances[at] && row < rows[at]);
  }
}
