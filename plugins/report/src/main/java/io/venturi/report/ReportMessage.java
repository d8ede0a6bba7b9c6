package io.venturi.report;

import io.venturi.error.ErrorMessage;

/** What reports have to complain about; each is explained in {@code docs/errors.md}. */
enum ReportMessage implements ErrorMessage {
  NO_PARTS("AE-480", "The report \"%s\" has nothing to show: add a part before it is written."),
  CANNOT_WRITE(
      "AE-481",
      "%s cannot be written: %s. A file of that name is as before; mend that, or name another"
          + " place."),
  NO_TEXT(
      "AE-482",
      "\"%s\" cannot be drawn, since this Java can write no text: %s. Install fontconfig and a"
          + " font, such as the packages fontconfig and fonts-dejavu-core; where it looks for a display,"
          + " start it with -Djava.awt.headless=true."),
  NO_IMAGE("AE-483", "The picture \"%s\" has no image: add a row of at least one."),
  TOO_LARGE("AE-484", "The picture \"%s\" would have %d x %d pixels: show fewer images."),
  NOTHING_TO_DRAW(
      "AE-485",
      "The chart \"%s\" has no value that can be drawn: values must be finite, and above 0 on a"
          + " logarithmic axis.");

  private final String id;
  private final String template;

  ReportMessage(String id, String template) {
    this.id = id;
    this.template = template;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String template() {
    return template;
  }
}
