package io.venturi.benchmarks.peers;

import io.venturi.benchmarks.Median;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The line of a comparison. */
final class Line {

  private Line() {}

  /**
   * The medians of both, and the ratios of those that ran in the same alternation.
   *
   * @param ours one an alternation, in the unit of the work
   * @param theirs of the same alternations, in the unit of the comparison
   */
  static String of(Comparison comparison, List<Double> ours, List<Double> theirs) {
    List<Double> converted = ours.stream().map(comparison::inUnit).toList();
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < Math.min(converted.size(), theirs.size()); i++) {
      ratios.add(comparison.unit().ratio(converted.get(i), theirs.get(i)));
    }
    Spread ratio = Spread.of(ratios);
    String format = comparison.unit().format();
    return String.format(
        Locale.ROOT,
        "peer %s %s " + format + " " + format + " %s ratio %.2f (%.2f–%.2f of %d)",
        comparison.label(),
        comparison.peer(),
        Median.of(converted),
        Median.of(theirs),
        comparison.unit(),
        ratio.median(),
        ratio.least(),
        ratio.most(),
        ratio.count());
  }
}
