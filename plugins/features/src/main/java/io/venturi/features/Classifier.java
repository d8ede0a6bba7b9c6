package io.venturi.features;

import java.util.List;

/** A learner with settings to choose from. Safe to use from many threads. */
interface Classifier {

  /** What may be chosen, each with a name; the first of equally good ones is taken. */
  List<String> settings();

  /**
   * Learns and predicts.
   *
   * @param train (n, width), finite
   * @param labels of these
   * @param queries (m, width), finite
   * @param settings numbers of the settings to learn with
   * @param seed of what is random
   * @return labels of the queries: (settings, m)
   */
  int[][] predict(float[][] train, int[] labels, float[][] queries, int[] settings, long seed);
}
