package io.venturi.all;

import io.venturi.application.report.BarChart;
import io.venturi.application.report.Histogram;
import io.venturi.application.report.ImageRows;
import io.venturi.application.report.LineChart;
import io.venturi.application.report.PointChart;
import io.venturi.application.report.ReportPart;
import io.venturi.application.report.ReportWriter;
import io.venturi.application.report.Table;
import java.util.ArrayList;
import java.util.List;

/** Notes what a part of a report writes. */
final class RecordedReport implements ReportWriter {

  private final List<String> kinds = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  static RecordedReport of(ReportPart part) {
    RecordedReport report = new RecordedReport();
    part.writeTo(report);
    return report;
  }

  List<String> kinds() {
    return kinds;
  }

  String text() {
    return String.join("\n", texts);
  }

  @Override
  public void text(String paragraph) {
    kinds.add("text");
    texts.add(paragraph);
  }

  @Override
  public void verdict(String sentence) {
    kinds.add("verdict");
    texts.add(sentence);
  }

  @Override
  public void table(Table table) {
    kinds.add("table");
  }

  @Override
  public void bars(BarChart chart) {
    kinds.add("bars");
  }

  @Override
  public void lines(LineChart chart) {
    kinds.add("lines");
  }

  @Override
  public void points(PointChart chart) {
    kinds.add("points");
  }

  @Override
  public void histogram(Histogram chart) {
    kinds.add("histogram");
  }

  @Override
  public void images(ImageRows images) {
    kinds.add("images");
  }
}
