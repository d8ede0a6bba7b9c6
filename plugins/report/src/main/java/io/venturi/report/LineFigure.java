package io.venturi.report;

import io.venturi.application.report.LineChart;
import io.venturi.application.report.Point;
import io.venturi.application.report.Table;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.AxesChart;

/** Curves, dashed differently; of few points with markers, also differing. */
final class LineFigure implements ChartFigure {

  /** Points of a curve that can be told apart. */
  private static final int FEW = 30;

  private final LineChart chart;
  private final XyValues values;

  LineFigure(LineChart chart) {
    this.chart = chart;
    this.values = new XyValues(chart.series(), chart.x(), chart.y());
  }

  @Override
  public String title() {
    return chart.title();
  }

  @Override
  public String description() {
    return chart.description();
  }

  @Override
  public List<String> notes() {
    return values.notes();
  }

  @Override
  public boolean isEmpty() {
    return values.count() == 0;
  }

  @Override
  public List<String> legend() {
    return values.size() == 1 ? List.of() : values.names();
  }

  @Override
  public AxesChart<?, ?> draw(int width, int height, Theme theme) {
    XYChart drawn = new XYChart(width, height);
    ChartStyle.apply(drawn, chart.x(), chart.y(), legend(), theme);
    ChartStyle.extent(drawn.getStyler(), values.x(), values.y());
    drawn.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Line);
    drawn.getStyler().setMarkerSize(8);
    for (int i = 0; i < values.size(); i++) {
      if (!values.isEmpty(i)) {
        Look.line(
            drawn.addSeries(values.name(i), values.x(i), values.y(i)),
            i,
            theme,
            values.series(i).points().size() <= FEW);
      }
    }
    return drawn;
  }

  @Override
  public Table figures() {
    Table.Builder table =
        Table.of(chart.title(), "series", "points", "first", "lowest", "highest", "last");
    for (int i = 0; i < values.size(); i++) {
      List<Point> points = values.series(i).points();
      double[] up = points.stream().mapToDouble(Point::y).toArray();
      table.row(
          values.series(i).name(),
          Integer.toString(up.length),
          up.length == 0 ? "" : Words.number(up[0]),
          extreme(values.y(i), true),
          extreme(values.y(i), false),
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
