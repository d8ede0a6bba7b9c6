package io.venturi.reduction;

import io.venturi.application.NearestNeighbours;
import io.venturi.data.Dataset;

/** Of each row, in which place every other one is by its distance. */
final class NeighbourRanks {

  /** From 1; a row's own is 0. */
  private final int[][] ranks;

  private NeighbourRanks(int[][] ranks) {
    this.ranks = ranks;
  }

  static NeighbourRanks of(Dataset rows) {
    int[][] order = NearestNeighbours.among(rows).ofEachOther(rows.size() - 1).rows();
    int[][] ranks = new int[rows.size()][rows.size()];
    for (int i = 0; i < ranks.length; i++) {
      for (int place = 0; place < order[i].length; place++) {
        ranks[i][order[i][place]] = place + 1;
      }
    }
    return new NeighbourRanks(ranks);
  }

  int size() {
    return ranks.length;
  }

  /**
   * How much farther than the neighbourhood are, by these ranks, those in the neighbourhoods of
   * others.
   */
  long intrusion(NeighbourRanks others, int neighbours) {
    long sum = 0;
    for (int i = 0; i < ranks.length; i++) {
      for (int j = 0; j < ranks.length; j++) {
        if (j != i && others.ranks[i][j] <= neighbours && ranks[i][j] > neighbours) {
          sum += ranks[i][j] - neighbours;
        }
      }
    }
    return sum;
  }
}
