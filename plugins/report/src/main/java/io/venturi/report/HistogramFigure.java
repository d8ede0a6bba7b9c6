package io.venturi.report;

import io.venturi.application.Quantiles;
import io.venturi.application.report.Axis;
import io.venturi.application.report.Histogram;
import io.venturi.application.report.Histogram.Mark;
import io.venturi.application.report.Histogram.Sample;
import io.venturi.application.report.Table;
import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Outlines over common bins, and lines at marks. */
final class HistogramFigure implements ChartFigure {

  private static final int FILLED = 60;
  private static final Axis SHARE = Axis.of("share");
  private static final BasicStroke MARK =
      new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 3}, 0);

  private final Histogram chart;
  private final Shown x;
  private final List<double[]> samples = new ArrayList<>();
  private final List<Mark> marks;
  private final List<String> names;
  private final List<String> notes = new ArrayList<>();

  HistogramFigure(Histogram chart) {
    this.chart = chart;
    this.x = new Shown(chart.values());
    for (Sample sample : chart.samples()) {
      double[] all = sample.values();
      double[] shown =
          Arrays.stream(all).filter(value -> Shown.by(chart.values(), value)).toArray();
      Arrays.stream(shown).forEach(x::add);
      samples.add(shown);
      note(all.length - shown.length, all.length, "values of " + sample.name());
    }
    this.marks = chart.marks().stream().filter(m -> Shown.by(chart.values(), m.value())).toList();
    if (!isEmpty()) {
      marks.forEach(mark -> x.add(mark.value()));
    }
    note(chart.marks().size() - marks.size(), chart.marks().size(), "marks");
    this.names =
        Words.distinct(
            Stream.concat(
                    chart.samples().stream().map(Sample::name),
                    marks.stream().map(mark -> mark.name() + " " + Words.tick(mark.value())))
                .toList(),
            ChartStyle.NAME + 8);
  }

  private void note(long leftOut, long all, String what) {
    String note = Shown.note(leftOut, all, what, chart.values().logarithmic());
    if (!note.isEmpty()) {
      notes.add(note);
    }
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
    return List.copyOf(notes);
  }

  @Override
  public boolean isEmpty() {
    return samples.stream().allMatch(sample -> sample.length == 0);
  }

  @Override
  public List<String> legend() {
    return names.size() == 1 ? List.of() : names;
  }

  @Override
  public AxesChart<?, ?> draw(int width, int height, Theme theme) {
    XYChart drawn = new XYChart(width, height);
    ChartStyle.apply(drawn, chart.values(), SHARE, legend(), theme);
    drawn.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Area);
    ChartStyle.across(drawn.getStyler(), x);
    drawn.getStyler().setYAxisTickLabelsFormattingFunction(Words::tick);
    drawn.getStyler().setYAxisMin(0.0);
    Bins bins =
        new Bins(
            chart.values(), x, samples.stream().mapToInt(sample -> sample.length).max().orElse(0));
    double most = 0;
    for (int i = 0; i < samples.size(); i++) {
      if (samples.get(i).length > 0) {
        double[] shares = bins.shares(samples.get(i));
        most = Math.max(most, Arrays.stream(shares).max().orElse(0));
        XYSeries series = drawn.addSeries(names.get(i), acrossOutline(bins), upOutline(shares));
        Look.line(series, i, theme, false);
        series.setFillColor(Look.translucent(Look.colour(i, theme), FILLED));
      }
    }
    for (int i = 0; i < marks.size(); i++) {
      double at = marks.get(i).value();
      XYSeries series =
          drawn.addSeries(
              names.get(samples.size() + i), new double[] {at, at}, new double[] {0, most * 1.05});
      series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
      series.setLineStyle(i == 0 ? MARK : Look.stroke(i));
      series.setLineColor(theme.text());
      series.setMarker(SeriesMarkers.NONE);
    }
    return drawn;
  }

  /** Each edge twice, for the heights on both of its sides; and a gap, as {@link XyValues} has. */
  private static double[] acrossOutline(Bins bins) {
    double[] across = new double[2 * bins.count() + 3];
    across[across.length - 1] = Double.NaN;
    for (int edge = 0; edge <= bins.count(); edge++) {
      across[2 * edge] = bins.edge(edge);
      across[2 * edge + 1] = bins.edge(edge);
    }
    return across;
  }

  private static double[] upOutline(double[] shares) {
    double[] up = new double[2 * shares.length + 3];
    up[up.length - 1] = Double.NaN;
    for (int bin = 0; bin < shares.length; bin++) {
      up[2 * bin + 1] = shares[bin];
      up[2 * bin + 2] = shares[bin];
    }
    return up;
  }

  @Override
  public Table figures() {
    Table.Builder table = Table.of(chart.title(), "", "values", "lowest", "median", "highest");
    for (int i = 0; i < samples.size(); i++) {
      double[] sorted = samples.get(i).clone();
      Arrays.sort(sorted);
      boolean any = sorted.length > 0;
      table.row(
          chart.samples().get(i).name(),
          Integer.toString(chart.samples().get(i).values().length),
          any ? Words.number(sorted[0]) : "",
          any ? Words.number(Quantiles.ofSorted(sorted, 0.5)) : "",
          any ? Words.number(sorted[sorted.length - 1]) : "");
    }
    for (Mark mark : chart.marks()) {
      String value = Words.number(mark.value());
      table.row(mark.name(), "1", value, value, value);
    }
    return table.build();
  }
}
