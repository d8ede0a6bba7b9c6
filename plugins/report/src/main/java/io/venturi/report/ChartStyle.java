package io.venturi.report;

import io.venturi.application.report.Axis;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.internal.chartpart.AxesChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/** What all charts have in common: letters, lines, colours, the place of the legend. */
final class ChartStyle {

  /** Characters of a name in a legend. */
  static final int NAME = 18;

  /** More names than this are left to the table of figures. */
  private static final int MOST_NAMES = 40;

  private static final int TEXT = 15;
  private static final int LEGEND_LINE = 24;
  private static final int LEGEND_GAP = 10;
  private static final int LEGEND_ROW = 26;
  private static final int LETTER = 8;
  private static final int TITLE = 52;
  private static final int AXIS_LABEL = 46;
  private static final int UPRIGHT_LABEL = 34;

  private ChartStyle() {}

  static void apply(
      AxesChart<? extends AxesChartStyler, ?> chart,
      Axis x,
      Axis y,
      List<String> legend,
      Theme theme) {
    AxesChartStyler styler = chart.getStyler();
    Font plain = new Font(Font.SANS_SERIF, Font.PLAIN, TEXT);
    chart.setXAxisTitle(Words.atMost(AXIS_LABEL, x.label()));
    chart.setYAxisTitle(Words.atMost(UPRIGHT_LABEL, y.label()));
    styler.setXAxisLogarithmic(x.logarithmic());
    styler.setYAxisLogarithmic(y.logarithmic());
    styler.setXAxisLogarithmicDecadeOnly(false);
    styler.setYAxisLogarithmicDecadeOnly(false);
    styler.setAxisTitleFont(plain);
    styler.setAxisTickLabelsFont(plain);
    styler.setAxisTickLabelsColor(theme.text());
    styler.setAxisTickMarksColor(theme.grid());
    styler.setPlotGridLinesColor(theme.grid());
    styler.setPlotGridLinesStroke(new BasicStroke(1));
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setXAxisTickMarkSpacingHint(90);
    styler.setLocale(Locale.ROOT);
    styler.setBaseFont(plain);
    styler.setLegendFont(plain);
    styler.setChartFontColor(theme.text());
    styler.setXAxisTitleColor(theme.text());
    styler.setYAxisTitleColor(theme.text());
    styler.setChartBackgroundColor(theme.background());
    styler.setPlotBackgroundColor(theme.background());
    styler.setPlotBorderVisible(false);
    styler.setLegendBackgroundColor(theme.background());
    styler.setLegendBorderColor(theme.background());
    styler.setChartTitleVisible(false);
    styler.setChartPadding(8);
    legend(styler, legend);
  }

  private static void legend(Styler styler, List<String> names) {
    styler.setLegendVisible(!names.isEmpty() && !isTooLong(names));
    styler.setLegendPadding(LEGEND_GAP);
    styler.setLegendSeriesLineLength(LEGEND_LINE);
    if (fitsInOneLine(names)) {
      styler.setLegendPosition(Styler.LegendPosition.OutsideS);
      styler.setLegendLayout(Styler.LegendLayout.Horizontal);
    } else {
      styler.setLegendPosition(Styler.LegendPosition.OutsideE);
      styler.setLegendLayout(Styler.LegendLayout.Vertical);
    }
  }

  /** Whether a chart has no room for these names. */
  static boolean isTooLong(List<String> names) {
    return names.size() > MOST_NAMES;
  }

  private static boolean fitsInOneLine(List<String> names) {
    int letters = names.stream().mapToInt(String::length).sum();
    return letters * LETTER + names.size() * (LEGEND_LINE + 2 * LEGEND_GAP) < ChartImage.WIDTH - 40;
  }

  /** How high a chart must be for all names of its legend; 0 if any height will do. */
  static int heightOfLegend(List<String> names) {
    return isTooLong(names) || fitsInOneLine(names) ? 0 : 20 + names.size() * LEGEND_ROW;
  }

  static void title(AxesChart<? extends AxesChartStyler, ?> chart, String title) {
    Styler styler = chart.getStyler();
    chart.setTitle(Words.atMost(TITLE, title));
    styler.setChartTitleVisible(true);
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, TEXT + 1));
    styler.setChartTitleFontColor(styler.getChartFontColor());
    styler.setChartTitleBoxVisible(false);
    Color none = styler.getChartBackgroundColor();
    styler.setChartTitleBoxBackgroundColor(none);
  }

  /** Lets the axes be as long as the values, and longer where those are all the same. */
  static void extent(AxesChartStyler styler, Shown x, Shown y) {
    across(styler, x);
    up(styler, y);
  }

  static void across(AxesChartStyler styler, Shown x) {
    styler.setXAxisTickLabelsFormattingFunction(x::tick);
    if (x.isNarrow()) {
      styler.setXAxisMin(x.from());
      styler.setXAxisMax(x.to());
    }
  }

  static void up(AxesChartStyler styler, Shown y) {
    styler.setYAxisTickLabelsFormattingFunction(y::tick);
    styler.setPlotGridHorizontalLinesVisible(!y.isWide());
    if (y.isNarrow()) {
      styler.setYAxisMin(y.from());
      styler.setYAxisMax(y.to());
    }
  }
}
