package io.venturi.report;

import io.venturi.application.report.PointChart;
import io.venturi.application.report.Table;
import java.util.Arrays;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;

/** Points, with a colour and a marker for each series; smaller where there are many. */
final class PointFigure extends XyFigure {

  private final PointChart chart;

  PointFigure(PointChart chart) {
    super(chart.title(), chart.description(), chart.x(), chart.y(), chart.series());
    this.chart = chart;
  }

  @Override
  XYSeriesRenderStyle style() {
    return XYSeriesRenderStyle.Scatter;
  }

  @Override
  int markerSize() {
    return values().count() > 2_000 ? 5 : values().count() > 300 ? 6 : 8;
  }

  @Override
  void look(XYSeries series, int number, Theme theme) {
    Look.points(series, number, theme);
  }

  @Override
  public Table figures() {
    Table.Builder table =
        Table.of(
            chart.title(),
            "series",
            "points",
            "mean of " + chart.x().label(),
            "mean of " + chart.y().label());
    for (int i = 0; i < values().size(); i++) {
      table.row(
          values().series(i).name(),
          Integer.toString(values().series(i).points().size()),
          mean(values().x(i)),
          mean(values().y(i)));
    }
    return table.build();
  }

  private static String mean(double[] values) {
    double mean =
        Arrays.stream(values).filter(value -> !Double.isNaN(value)).average().orElse(Double.NaN);
    return Double.isNaN(mean) ? "" : Words.number(mean);
  }
}
