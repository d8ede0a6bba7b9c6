package io.venturi.features;

import io.venturi.application.NearestNeighbours;
import io.venturi.data.Dataset;
import java.util.Arrays;
import java.util.List;

/** Votes of the k nearest rows; one search serves every k. */
final class NeighbourVote implements Learner {

  private static final int[] NEIGHBOURS = {1, 3, 5, 10, 20};

  @Override
  public String name() {
    return "k-NN";
  }

  @Override
  public List<String> settings() {
    return Arrays.stream(NEIGHBOURS).mapToObj(k -> "k = " + k).toList();
  }

  @Override
  public int[][] predict(
      float[][] train, int[] labels, float[][] queries, int[] settings, long seed) {
    int most = Arrays.stream(settings).map(setting -> NEIGHBOURS[setting]).max().orElse(1);
    int[][] nearest =
        NearestNeighbours.among(Dataset.of(train))
            .of(Dataset.of(queries), Math.min(most, train.length))
            .rows();
    int[] votes = new int[Arrays.stream(labels).max().orElse(0) + 1];
    int[][] predictions = new int[settings.length][queries.length];
    for (int s = 0; s < settings.length; s++) {
      for (int query = 0; query < queries.length; query++) {
        int k = Math.min(NEIGHBOURS[settings[s]], train.length);
        predictions[s][query] = vote(nearest[query], k, labels, votes);
      }
    }
    return predictions;
  }

  @Override
  public String toString() {
    return name();
  }

  /** The most frequent label; of equally frequent ones that of the nearest row. */
  private static int vote(int[] nearest, int k, int[] labels, int[] votes) {
    int best = labels[nearest[0]];
    int count = 0;
    for (int i = 0; i < k; i++) {
      count = Math.max(count, ++votes[labels[nearest[i]]]);
    }
    for (int i = k - 1; i >= 0; i--) {
      if (votes[labels[nearest[i]]] == count) {
        best = labels[nearest[i]];
      }
    }
    for (int i = 0; i < k; i++) {
      votes[labels[nearest[i]]] = 0;
    }
    return best;
  }
}
