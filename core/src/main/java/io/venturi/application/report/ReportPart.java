package io.venturi.application.report;

/** A result that can draw itself into a report, as a section of its own. */
public interface ReportPart {

  /** The section's heading: a few words. */
  String title();

  /** Writes the section's contents, in the order in which they are read. */
  void writeTo(ReportWriter report);
}
