package io.venturi.report;

import io.venturi.application.Interval;
import io.venturi.application.report.Axis;
import io.venturi.application.report.Bar;
import io.venturi.application.report.BarChart;
import io.venturi.application.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.markers.Marker;

/** Bars with intervals, which need not lie evenly around the values. */
final class BarFigure implements ChartFigure {

  private static final int NAME = 22;

  /** From one name to the next, at least. */
  private static final int LABEL = 20;

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
    if (chart.values().logarithmic()) {
      drawn.getStyler().setYAxisMin(y.decadeBelow()); // Bars of the library else begin at 0.
    }
    drawn.getStyler().setOverlapped(true);
    drawn.getStyler().setXAxisTickMarkSpacingHint(LABEL);
    int letters = names.stream().mapToInt(String::length).max().orElse(0) * names.size();
    drawn.getStyler().setXAxisLabelRotation(letters > LETTERS ? 35 : 0);
    drawn.getStyler().setAvailableSpaceFill(0.6);
    CategorySeries bars = drawn.addSeries("values", names, shown.stream().map(Bar::value).toList());
    bars.setFillColor(Look.colour(0, theme));
    addIntervals(drawn, theme);
    return drawn;
  }

  private void addIntervals(CategoryChart drawn, Theme theme) {
    List<Double> low = new ArrayList<>();
    List<Double> high = new ArrayList<>();
    for (Bar bar : shown) {
      Optional<Interval> interval = interval(bar);
      low.add(interval.map(Interval::low).orElse(Double.NaN));
      high.add(interval.map(Interval::high).orElse(Double.NaN));
    }
    if (low.stream().allMatch(value -> value.isNaN())) {
      return;
    }
    Whiskers whiskers = new Whiskers(theme);
    ends(drawn.addSeries("from", names, low), whiskers.lower());
    ends(drawn.addSeries("to", names, high), whiskers.upper());
  }

  private static void ends(CategorySeries series, Marker marker) {
    series.setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Scatter);
    series.setMarker(marker);
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
