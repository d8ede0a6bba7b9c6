package io.venturi.application.report;

/** Takes the contents of a section, one after another. */
public interface ReportWriter {

  /** A paragraph in plain text. */
  void text(String paragraph);

  /** What it comes to, in a sentence or two of plain text that stand out. */
  void verdict(String sentence);

  /** A table. */
  void table(Table table);

  /** Values with names, side by side. */
  void bars(BarChart chart);

  /** Curves. */
  void lines(LineChart chart);

  /** Points in a plane, such as codes of two numbers. */
  void points(PointChart chart);

  /** How values are distributed. */
  void histogram(Histogram chart);

  /** Rows of images. */
  void images(ImageRows images);
}
