package io.venturi.features;

import io.venturi.data.Shuffle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Draws of rows in which classes have the shares that they have among all, and none is missing. */
final class Stratified {

  private Stratified() {}

  /**
   * Some rows, class by class: so every k-th of them are such a draw again.
   *
   * @param labels of all rows
   * @param rows numbers of those to draw from
   * @param count how many, from the number of their classes to that of the rows
   */
  static int[] draw(int[] labels, int[] rows, int count, long seed) {
    int[] order =
        Arrays.stream(Shuffle.permutation(rows.length, seed)).map(at -> rows[at]).toArray();
    Map<Integer, Integer> sizes = new HashMap<>();
    int[] within = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      within[i] = sizes.merge(labels[order[i]], 1, Integer::sum) - 1;
    }
    // The i-th of m rows is due when a share of (i + 1/2) / m of all is taken; the first at once.
    double[] due = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      due[i] = within[i] == 0 ? 0 : (within[i] + 0.5) / sizes.getOrDefault(labels[order[i]], 1);
    }
    return IntStream.range(0, order.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> due[i]))
        .limit(count)
        .sorted(Comparator.comparingInt(i -> labels[order[i]]))
        .mapToInt(i -> order[i])
        .toArray();
  }
}
