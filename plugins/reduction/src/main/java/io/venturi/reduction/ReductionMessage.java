package io.venturi.reduction;

import io.venturi.error.ErrorMessage;

/** What can be wrong with what is compared or drawn; {@code docs/errors.md} explains each. */
enum ReductionMessage implements ErrorMessage {
  NOTHING_VARIES(
      "AE-400",
      "%s has nothing to compare reconstructions on: %s. Hand over held-out rows that differ from"
          + " one another."),
  TOO_FEW_ROWS(
      "AE-401",
      "%d neighbours need at least %d rows to be told from the others, but %s gives %d: hand over"
          + " more rows, look at more of them, or ask for fewer neighbours."),
  CODE_TOO_LARGE(
      "AE-402",
      "%s has %d numbers in its code, but PCA of %s has at most %d components, for %s: there is no"
          + " PCA of equal code size. Take a smaller code, or hand over more training rows."),
  LABELS_MISFIT(
      "AE-403", "The labels do not fit %s: %s. Give one label a row and a name for each label."),
  NO_PLANE(
      "AE-404", "%s cannot be drawn in a plane: %s. Draw codes and rows of two numbers or more."),
  ;

  private final String id;
  private final String template;

  ReductionMessage(String id, String template) {
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
