package io.venturi.report;

import io.venturi.application.report.PointChart;
import io.venturi.application.report.Table;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.AxesChart;

/** Points, with a colour and a marker for each series; smaller where there are many. */
final class PointFigure implements ChartFigure {

  private final PointChart chart;
  private final XyValues values;

  PointFigure(PointChart chart) {
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
    drawn.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    drawn.getStyler().setMarkerSize(values.count() > 2_000 ? 5 : values.count() > 300 ? 6 : 8);
    for (int i = 0; i < values.size(); i++) {
      if (!values.isEmpty(i)) {
        Look.points(drawn.addSeries(values.name(i), values.x(i), values.y(i)), i, theme);
      }
    }
    return drawn;
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
    for (int i = 0; i < values.size(); i++) {
      table.row(
          values.series(i).name(),
          Integer.toString(values.series(i).points().size()),
          mean(values.x(i)),
          mean(values.y(i)));
    }
    return table.build();
  }

  private static String mean(double[] values) {
    double mean =
        Arrays.stream(values).filter(value -> !Double.isNaN(value)).average().orElse(Double.NaN);
    return Double.isNaN(mean) ? "" : Words.number(mean);
  }
}
