package io.venturi.report;

import io.venturi.application.report.BarChart;
import io.venturi.application.report.Histogram;
import io.venturi.application.report.ImageRows;
import io.venturi.application.report.LineChart;
import io.venturi.application.report.PointChart;
import io.venturi.application.report.ReportWriter;
import io.venturi.application.report.Table;

/** Writes what a part draws as HTML, and keeps its pictures. */
final class HtmlSection implements ReportWriter {

  private final StringBuilder html = new StringBuilder();
  private final Pictures pictures;
  private final String fontProblem;

  /**
   * @param fontProblem why no text can be written into pictures; empty if it can
   */
  HtmlSection(Pictures pictures, String fontProblem) {
    this.pictures = pictures;
    this.fontProblem = fontProblem;
  }

  /** All that was written. */
  String html() {
    return html.toString();
  }

  @Override
  public void text(String paragraph) {
    html.append("<p>").append(Html.escape(paragraph)).append("</p>\n");
  }

  @Override
  public void verdict(String sentence) {
    html.append("<p class=\"verdict\">").append(Html.escape(sentence)).append("</p>\n");
  }

  @Override
  public void table(Table table) {
    html.append(HtmlTable.of(table));
  }

  @Override
  public void bars(BarChart chart) {
    figure(new BarFigure(chart));
  }

  @Override
  public void lines(LineChart chart) {
    figure(new LineFigure(chart));
  }

  @Override
  public void points(PointChart chart) {
    figure(new PointFigure(chart));
  }

  @Override
  public void histogram(Histogram chart) {
    figure(new HistogramFigure(chart));
  }

  private void figure(ChartFigure figure) {
    boolean drawn = !figure.isEmpty() && fontProblem.isEmpty();
    html.append("<figure class=\"chart\">\n");
    if (drawn) {
      picture(figure);
    }
    html.append("<figcaption>").append(Html.escape(figure.title()));
    figure.notes().forEach(this::note);
    if (drawn && ChartStyle.isTooLong(figure.legend())) {
      note("There is no room for the names of " + figure.legend().size() + " series.");
    }
    if (figure.isEmpty()) {
      note("There is nothing to draw.");
    } else if (!drawn) {
      html.append("<span class=\"description\">")
          .append(Html.escape(figure.description()))
          .append("</span>");
      note("The chart is not drawn, since this Java can write no text: " + fontProblem);
    }
    html.append("</figcaption>\n");
    html.append(drawn ? "<details>\n" : "<details open=\"open\">\n");
    html.append("<summary>Figures</summary>\n");
    html.append(HtmlTable.of(figure.figures())).append("</details>\n</figure>\n");
  }

  private void note(String note) {
    html.append("<span class=\"note\">").append(Html.escape(note)).append("</span>");
  }

  private void picture(ChartFigure figure) {
    byte[] light = Png.of(ChartImage.draw(figure, Theme.LIGHT, false));
    byte[] dark = Png.of(ChartImage.draw(figure, Theme.DARK, false));
    pictures.add(figure.title(), Png.of(ChartImage.draw(figure, Theme.LIGHT, true)));
    html.append("<picture>\n<source media=\"(prefers-color-scheme: dark)\" srcset=\"")
        .append(Html.dataUri(dark))
        .append("\"/>\n<img src=\"")
        .append(Html.dataUri(light))
        .append("\" alt=\"")
        .append(Html.escape(figure.description()))
        .append("\" width=\"")
        .append(ChartImage.WIDTH)
        .append("\" height=\"")
        .append(ChartImage.height(figure))
        .append("\"/>\n</picture>\n");
  }

  @Override
  public void images(ImageRows images) {
    html.append(new HtmlImages(images, pictures).html());
  }
}
