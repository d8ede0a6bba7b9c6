package io.venturi.anomaly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What one feature adds to a row's score.
 *
 * @param feature its number, from 0
 * @param name its name, or {@code feature <number>}
 * @param value how much of the score, 0 or more
 */
public record Contribution(int feature, String name, double value) {

  /**
   * Of all features, the largest first; of equal ones in their order.
   *
   * @param names one a feature, or none
   */
  static List<Contribution> ranked(double[] parts, List<String> names) {
    List<Contribution> ranked = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      String name = names.isEmpty() ? "feature " + i : names.get(i);
      ranked.add(new Contribution(i, name, parts[i]));
    }
    ranked.sort(Comparator.comparingDouble(Contribution::value).reversed());
    return ranked;
  }
}
