package io.venturi.application;

import java.util.Arrays;

/**
 * The k nearest rows so far; of equally near ones, the lower number is nearer. A heap with the
 * farthest on top, so that k may be as large as there are rows.
 */
final class NearestList {

  private final int[] rows;
  private final double[] distances;

  /** Works in these two arrays, of length k. */
  NearestList(int[] rows, double[] distances) {
    this.rows = rows;
    this.distances = distances;
    Arrays.fill(rows, Integer.MAX_VALUE);
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
  }

  /** The squared distance above which a row is of no interest. */
  double farthest() {
    return distances[0];
  }

  /** Takes a row in if it is one of the nearest. */
  void offer(int row, double distance) {
    if (nearer(distance, row, distances[0], rows[0])) {
      sink(row, distance, rows.length);
    }
  }

  /** Sorts them, nearest first; nothing is offered after that. */
  void sort() {
    for (int last = rows.length - 1; last > 0; last--) {
      int row = rows[last];
      double distance = distances[last];
      rows[last] = rows[0];
      distances[last] = distances[0];
      sink(row, distance, last);
    }
  }

  /** Replaces the top of a heap of this size. */
  private void sink(int row, double distance, int size) {
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size
          && nearer(distances[child], rows[child], distances[child + 1], rows[child + 1])) {
        child++;
      }
      if (!nearer(distance, row, distances[child], rows[child])) {
        break;
      }
      rows[at] = rows[child];
      distances[at] = distances[child];
      at = child;
    }
    rows[at] = row;
    distances[at] = distance;
  }

  private static boolean nearer(double distance, int row, double than, int thanRow) {
    return distance < than || (distance == than && row < thanRow);
  }
}
