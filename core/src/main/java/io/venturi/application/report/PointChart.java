package io.venturi.application.report;

import java.util.List;

/**
 * Points in a plane, coloured by the series that they belong to.
 *
 * @param title what it shows, in a few words
 * @param description the same for those who cannot see it
 * @param x the axis across
 * @param y the axis up
 * @param series the points, a series for each label
 */
public record PointChart(String title, String description, Axis x, Axis y, List<Series> series) {

  public PointChart {
    series = List.copyOf(series);
  }
}
