package io.venturi.reduction;

import io.venturi.application.report.Axis;
import io.venturi.application.report.PointChart;
import io.venturi.application.report.Series;
import java.util.List;
import java.util.Locale;

/**
 * Rows in the plane.
 *
 * @param name by what they are where they are
 * @param x what is across
 * @param y what is up
 * @param series the rows, a series for each label
 * @param neighbourhoods how well the places keep the neighbourhoods of the rows
 */
public record CodeMap(
    String name, String x, String y, List<Series> series, Neighbourhoods neighbourhoods) {

  public CodeMap {
    series = List.copyOf(series);
  }

  /** The map as a chart. */
  public PointChart chart() {
    String figures = neighbourhoods.toString();
    return new PointChart(
        name + ": " + figures,
        "Held-out rows in the plane by " + name + ", a colour for each label; " + figures + ".",
        Axis.of(x),
        Axis.of(y),
        series);
  }

  /** Such as {@code PCA-2: 2000 rows, trustworthiness 0.912, continuity 0.957}. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %d rows, %s",
        name,
        series.stream().mapToInt(each -> each.points().size()).sum(),
        neighbourhoods);
  }
}
