package io.venturi.report;

import io.venturi.application.Interval;
import io.venturi.application.report.Axis;
import io.venturi.application.report.Bar;
import io.venturi.application.report.BarChart;
import io.venturi.application.report.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Bars with intervals, which need not lie evenly around the values. */
final class BarFigure implements ChartFigure {

  private static final int NAME = 22;

  /** Letters of all names beside one another. */
  private static final int LETTERS = 44;

  private final BarChart chart;
  private final Shown y;
  private final List<Bar> shown = new ArrayList<>();
  private final List<String> names;

  BarFigure(BarChart chart) {
    this.chart = chart;
    this.y = new Shown(chart.values());
    for (Bar bar : chart.bars()) {
      if (Shown.by(chart.values(), bar.value())) {
        shown.add(bar);
        y.add(bar.value());
        interval(bar).ifPresent(this::add);
      }
    }
    if (!chart.values().logarithmic() && !shown.isEmpty()) {
      y.add(0);
    }
    this.names = Words.distinct(shown.stream().map(Bar::name).toList(), NAME);
  }

  private void add(Interval interval) {
    y.add(interval.low());
    y.add(interval.high());
  }

  /** The bar's interval, if both ends can be drawn. */
  private Optional<Interval> interval(Bar bar) {
    Axis axis = chart.values();
    return bar.interval().filter(each -> Shown.by(axis, each.low()) && Shown.by(axis, each.high()));
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
    List<String> notes = new ArrayList<>();
    boolean logarithmic = chart.values().logarithmic();
    int all = chart.bars().size();
    notes.add(Shown.note(all - shown.size(), all, "bars", logarithmic));
    long wanted = shown.stream().filter(bar -> bar.interval().isPresent()).count();
    long drawn = shown.stream().filter(bar -> interval(bar).isPresent()).count();
    notes.add(Shown.note(wanted - drawn, wanted, "intervals", logarithmic));
    notes.removeIf(String::isEmpty);
    return notes;
  }

  @Override
  public boolean isEmpty() {
    return shown.isEmpty();
  }

  @Override
  public List<String> legend() {
    return List.of();
  }

  @Override
  public AxesChart<?, ?> draw(int width, int height, Theme theme) {
    CategoryChart drawn = new CategoryChart(width, height);
    ChartStyle.apply(drawn, Axis.of(""), chart.values(), legend(), theme);
    ChartStyle.up(drawn.getStyler(), y);
    drawn.getStyler().setOverlapped(true);
    int letters = names.stream().mapToInt(String::length).max().orElse(0) * names.size();
    drawn.getStyler().setXAxisLabelRotation(letters > LETTERS ? 35 : 0);
    drawn.getStyler().setAvailableSpaceFill(0.6);
    CategorySeries bars = drawn.addSeries("values", names, shown.stream().map(Bar::value).toList());
    bars.setFillColor(Look.colour(0, theme));
    addIntervals(drawn);
    return drawn;
  }

  /** A series of its own, whose error bars are the intervals around their middles. */
  private void addIntervals(CategoryChart drawn) {
    double[] middles = new double[shown.size()];
    double[] halves = new double[shown.size()];
    Arrays.fill(middles, Double.NaN);
    boolean any = false;
    for (int i = 0; i < middles.length; i++) {
      Interval interval = interval(shown.get(i)).orElse(null);
      if (interval != null) {
        middles[i] = (interval.low() + interval.high()) / 2;
        halves[i] = (interval.high() - interval.low()) / 2;
        any = true;
      }
    }
    if (any) {
      CategorySeries intervals = drawn.addSeries("intervals", names, boxed(middles), boxed(halves));
      intervals.setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Scatter);
      intervals.setMarker(SeriesMarkers.NONE);
    }
  }

  private static List<Double> boxed(double[] values) {
    List<Double> boxed = new ArrayList<>();
    for (double value : values) {
      boxed.add(value);
    }
    return boxed;
  }

  @Override
  public Table figures() {
    Table.Builder table = Table.of(chart.title(), "", chart.values().label(), "from", "to");
    for (Bar bar : chart.bars()) {
      table.row(
          bar.name(),
          Words.number(bar.value()),
          bar.interval().map(each -> Words.number(each.low())).orElse(""),
          bar.interval().map(each -> Words.number(each.high())).orElse(""));
    }
    return table.build();
  }
}
