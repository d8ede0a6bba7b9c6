package io.venturi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.venturi.application.Interval;
import io.venturi.application.report.Axis;
import io.venturi.application.report.Bar;
import io.venturi.application.report.BarChart;
import io.venturi.application.report.Histogram;
import io.venturi.application.report.ImageRows;
import io.venturi.application.report.LineChart;
import io.venturi.application.report.PointChart;
import io.venturi.application.report.ReportWriter;
import io.venturi.application.report.Series;
import io.venturi.application.report.Table;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values and words that a chart cannot show are said in its caption, and never end a report. */
class HostileChartsTest {

  private static String html(Consumer<ReportWriter> contents) {
    HtmlSection section = new HtmlSection(new Pictures("report"), "");
    contents.accept(section);
    assertThatCode(
            () ->
                DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(
                        new ByteArrayInputStream(
                            ("<div>" + section.html() + "</div>")
                                .getBytes(StandardCharsets.UTF_8))))
        .doesNotThrowAnyException();
    return section.html();
  }

  private static LineChart lines(Axis x, Axis y, double[] across, double[] up) {
    return new LineChart("Curve", "A curve.", x, y, List.of(Series.of("a", across, up)));
  }

  @Test
  void gapsAreCounted() {
    double[] epochs = {1, 2, 3, 4};
    double[] losses = {1, Double.NaN, Double.POSITIVE_INFINITY, 0.5};
    assertThat(html(w -> w.lines(lines(Axis.of("x"), Axis.of("y"), epochs, losses))))
        .contains("<img ", "2 of 4 points are not shown: not a finite number.");
    double[] zeros = {0, 1, -1, 0.5};
    assertThat(html(w -> w.lines(lines(Axis.of("x"), Axis.logarithmic("y"), epochs, zeros))))
        .contains(
            "<img ",
            "2 of 4 points are not shown: not a finite number above 0, as a logarithmic axis"
                + " needs.");
    double[] none = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    assertThat(html(w -> w.lines(lines(Axis.of("x"), Axis.of("y"), epochs, none))))
        .doesNotContain("<img ")
        .contains("4 of 4 points are not shown", "There is nothing to draw.");
    assertThat(
            html(
                w ->
                    w.bars(
                        new BarChart(
                            "Bars",
                            "Bars.",
                            Axis.logarithmic("error"),
                            List.of(
                                Bar.of("x", 0.001, new Interval(0.0005, 0.002)),
                                Bar.of("y", 1, new Interval(0, 2)),
                                Bar.of("z", 0))))))
        .contains("<img ", "1 of 3 bars is not shown", "1 of 2 intervals is not shown");
    assertThat(
            html(
                w ->
                    w.histogram(
                        new Histogram(
                            "Errors",
                            "Errors.",
                            Axis.logarithmic("error"),
                            List.of(new Histogram.Sample("s", new double[] {0, 1, 10})),
                            List.of(new Histogram.Mark("m", Double.NaN))))))
        .contains("<img ", "1 of 3 values of s is not shown", "1 of 1 marks is not shown");
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7, 7",
    "0, 0, 0",
    "1, 1.000000000001, 1",
    "1e-300, 2e-300, 0",
    "-1e149, 1e149, 1e308",
    "-5, -4, -3"
  })
  void anyRangeHasAnAxis(double first, double second, double third) {
    double[] values = {first, second, third};
    double[] places = {3, 3, 3};
    assertThat(html(w -> w.lines(lines(Axis.of("x"), Axis.of("y"), values, values))))
        .contains("<img ");
    assertThat(html(w -> w.lines(lines(Axis.of("x"), Axis.of("y"), places, values))))
        .contains("<img ");
    double[] positive = {1e-12, 1, 1e9};
    assertThat(
            html(
                w ->
                    w.lines(lines(Axis.logarithmic("x"), Axis.logarithmic("y"), positive, places))))
        .contains("<img ");
    List<Bar> bars = List.of(Bar.of("same", first), Bar.of("same", second), Bar.of("", third));
    assertThat(html(w -> w.bars(new BarChart("Bars", "Bars.", Axis.of("v"), bars))))
        .contains("<img ");
    Histogram histogram =
        new Histogram(
            "H",
            "H.",
            Axis.of("v"),
            List.of(new Histogram.Sample("s", values)),
            List.of(new Histogram.Mark("far", 1_000)));
    assertThat(html(w -> w.histogram(histogram))).contains("<img ");
  }

  @Test
  void tenThousandPointsStaySmall() {
    Random random = new Random(1);
    double[] x = random.doubles(10_000).toArray();
    PointChart chart =
        new PointChart(
            "Points", "Points.", Axis.of("x"), Axis.of("y"), List.of(Series.of("all", x, x)));
    assertThat(html(w -> w.points(chart)).length()).isLessThan(600_000);
  }

  @Test
  void wordsAreOnlyWords() {
    String word = "Donaudampfschifffahrt".repeat(20);
    String script = "</p><script>alert('x')</script> & \"\u0000\ud800\uffff";
    String html =
        html(
            w -> {
              w.text(script);
              w.verdict(script);
              w.table(Table.of(script, word, script).row(script, word).build());
              w.images(new ImageRows(script, script, 1, 1).row(script, new float[1][1]));
              w.images(new ImageRows("None", "None.", 1, 1));
              w.images(new ImageRows("Many", "Many.", 1, 1).row("", new float[1_000][1]));
              w.bars(new BarChart(script, script, Axis.of(word), List.of(Bar.of(script, 1))));
            });
    assertThat(html)
        .doesNotContain("<script", "alert('", "\u0000")
        .contains("alert(&#39;x&#39;)", "There is no image to show.")
        .contains("The first 240 of each row of up to 1000 images.");
  }

  @Test
  void withoutFontsChartsAreTables() {
    HtmlSection section = new HtmlSection(new Pictures("report"), "no fonts");
    section.bars(Demo.bars());
    section.images(Demo.images());
    assertThat(section.html())
        .contains(
            "The chart is not drawn, since this Java can write no text: no fonts",
            Html.escape(Demo.bars().description()),
            "<details open=\"open\">",
            "<td>mean image</td><td class=\"number\">0.08690</td>",
            "alt=\"originals. Twelve patterns, twice.\"");
  }
}
