package io.venturi.application.report;

import java.util.List;

/**
 * Curves over a common axis.
 *
 * @param title what it shows, in a few words
 * @param description the same for those who cannot see it: what to read from the curves
 * @param x the axis across
 * @param y the axis up
 * @param series the curves
 */
public record LineChart(String title, String description, Axis x, Axis y, List<Series> series) {

  public LineChart {
    series = List.copyOf(series);
  }
}
