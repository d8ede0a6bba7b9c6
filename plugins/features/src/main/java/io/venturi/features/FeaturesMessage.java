package io.venturi.features;

import io.venturi.error.ErrorMessage;

/** What features have to complain about; each is explained in {@code docs/errors.md}. */
enum FeaturesMessage implements ErrorMessage {
  LABEL_COUNT(
      "AE-450",
      "%s has %d rows, but %d labels came with it: give one label a row, in their order."),
  UNLABELLED(
      "AE-451",
      "Row %d of %s has the label %d, but labels are numbers from 0 up: leave rows without a label"
          + " out."),
  ONE_CLASS(
      "AE-452",
      "Every row of %s has the label %d, so there is nothing to tell apart: give it rows of two"
          + " classes or more."),
  TOO_FEW_ROWS("AE-453", "%d labels were asked for, but %s has %d rows: ask for at most as many."),
  TOO_FEW_LABELS(
      "AE-454",
      "%d labels are too few for the %d classes of %s, as settings are chosen on labels that were"
          + " held back: ask for %d or more."),
  NO_CONTENDERS("AE-455", "There is nothing to compare: name one codec or more."),
  UNKNOWN_SCORE("AE-456", "The comparison has no figure of %s: it has those of %s."),
  PREDICTIONS(
      "AE-457",
      "The learner %s was asked for %d x %d labels, of each setting for each row, and gave others:"
          + " mend its predict."),
  LEARNERS("AE-458", "The learners are %s: give one or more, each with a name of its own.");

  private final String id;
  private final String template;

  FeaturesMessage(String id, String template) {
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
