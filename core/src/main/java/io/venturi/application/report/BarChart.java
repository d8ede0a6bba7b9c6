package io.venturi.application.report;

import java.util.List;

/**
 * Values side by side, from 0 up.
 *
 * @param title what it shows, in a few words
 * @param description the same for those who cannot see it
 * @param values the axis up
 * @param bars the values
 */
public record BarChart(String title, String description, Axis values, List<Bar> bars) {

  public BarChart {
    bars = List.copyOf(bars);
  }
}
