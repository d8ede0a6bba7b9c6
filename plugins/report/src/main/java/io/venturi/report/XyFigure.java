package io.venturi.report;

import io.venturi.application.report.Axis;
import io.venturi.application.report.Series;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.AxesChart;

/** A chart of series of points. */
abstract class XyFigure implements ChartFigure {

  private final String title;
  private final String description;
  private final Axis x;
  private final Axis y;
  private final XyValues values;

  XyFigure(String title, String description, Axis x, Axis y, List<Series> series) {
    this.title = title;
    this.description = description;
    this.x = x;
    this.y = y;
    this.values = new XyValues(series, x, y);
  }

  XyValues values() {
    return values;
  }

  /** How series are drawn. */
  abstract XYSeriesRenderStyle style();

  /** In pixels. */
  abstract int markerSize();

  /** Gives a series its colours and markers. */
  abstract void look(XYSeries series, int number, Theme theme);

  @Override
  public String title() {
    return title;
  }

  @Override
  public String description() {
    return description;
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
    ChartStyle.apply(drawn, x, y, legend(), theme);
    ChartStyle.extent(drawn.getStyler(), values.x(), values.y());
    drawn.getStyler().setDefaultSeriesRenderStyle(style());
    drawn.getStyler().setMarkerSize(markerSize());
    for (int i = 0; i < values.size(); i++) {
      if (!values.isEmpty(i)) {
        look(drawn.addSeries(values.name(i), values.x(i), values.y(i)), i, theme);
      }
    }
    return drawn;
  }
}
