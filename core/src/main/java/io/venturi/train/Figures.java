package io.venturi.train;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Means over the rows of an epoch, by name. Nothing is allocated for a name that is known. */
final class Figures {

  private String[] names = {};
  private double[] sums = {};
  private long[] rows = {};

  /** Adds a mean over {@code count} rows. */
  void add(String name, double mean, int count) {
    int at = 0;
    while (at < names.length && !names[at].equals(name)) {
      at++;
    }
    if (at == names.length) {
      names = Arrays.copyOf(names, at + 1);
      sums = Arrays.copyOf(sums, at + 1);
      rows = Arrays.copyOf(rows, at + 1);
      names[at] = name;
    }
    sums[at] += mean * count;
    rows[at] += count;
  }

  /** The means since the last call, in the order in which names came first. */
  Map<String, Double> take() {
    Map<String, Double> means = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      if (rows[i] > 0) {
        means.put(names[i], sums[i] / rows[i]);
      }
    }
    Arrays.fill(sums, 0);
    Arrays.fill(rows, 0);
    return Collections.unmodifiableMap(means);
  }
}
