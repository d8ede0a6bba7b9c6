package io.venturi.report;

import io.venturi.application.report.Table;
import java.util.List;
import org.knowm.xchart.internal.chartpart.AxesChart;

/** A chart as a report needs it. */
interface ChartFigure {

  /** What it shows, in a few words. */
  String title();

  /** The same for those who cannot see it. */
  String description();

  /** What there is to say of what is not shown. */
  List<String> notes();

  /** Its values, or what sums them up, in words and numbers. */
  Table figures();

  /** Whether there is a value that can be drawn. */
  boolean isEmpty();

  /** Names in the legend, none for no legend. */
  List<String> legend();

  /** The chart, of this size, in these colours; to be called only if it is not empty. */
  AxesChart<?, ?> draw(int width, int height, Theme theme);
}
