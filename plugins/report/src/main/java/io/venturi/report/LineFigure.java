package io.venturi.report;

import io.venturi.application.report.LineChart;
import io.venturi.application.report.Point;
import io.venturi.application.report.Table;
import java.util.List;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;

/** Curves, dashed differently; of few points with markers, also differing. */
final class LineFigure extends XyFigure {

  /** Points of a curve that can be told apart. */
  private static final int FEW = 30;

  private final LineChart chart;

  LineFigure(LineChart chart) {
    super(chart.title(), chart.description(), chart.x(), chart.y(), chart.series());
    this.chart = chart;
  }

  @Override
  XYSeriesRenderStyle style() {
    return XYSeriesRenderStyle.Line;
  }

  @Override
  int markerSize() {
    return 8;
  }

  @Override
  void look(XYSeries series, int number, Theme theme) {
    Look.line(series, number, theme, values().series(number).points().size() <= FEW);
  }

  @Override
  public Table figures() {
    Table.Builder table =
        Table.of(chart.title(), "series", "points", "first", "lowest", "highest", "last");
    for (int i = 0; i < values().size(); i++) {
      List<Point> points = values().series(i).points();
      double[] up = points.stream().mapToDouble(Point::y).toArray();
      table.row(
          values().series(i).name(),
          Integer.toString(up.length),
          up.length == 0 ? "" : Words.number(up[0]),
          extreme(values().y(i), true),
          extreme(values().y(i), false),
          up.length == 0 ? "" : Words.number(up[up.length - 1]));
    }
    return table.build();
  }

  private static String extreme(double[] values, boolean lowest) {
    double found = Double.NaN;
    for (double value : values) {
      if (!Double.isNaN(value)
          && (Double.isNaN(found) || (lowest ? value < found : value > found))) {
        found = value;
      }
    }
    return Double.isNaN(found) ? "" : Words.number(found);
  }
}
