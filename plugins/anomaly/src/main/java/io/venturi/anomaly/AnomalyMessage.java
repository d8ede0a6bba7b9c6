package io.venturi.anomaly;

import io.venturi.error.ErrorMessage;

/** The messages of anomaly detection; {@code docs/errors.md} explains each. */
public enum AnomalyMessage implements ErrorMessage {
  NO_CALIBRATION(
      "AE-410",
      "A threshold by %s is set from calibration rows, and this detector has none: fit it with a"
          + " calibrationShare above 0, or set the threshold by Threshold.at or bestF1."),
  RATE_TOO_LOW(
      "AE-411",
      "A false-positive rate of %s takes at least %d calibration rows, and there are %d: give the"
          + " detector more normal rows, or ask for a rate of %s or more."),
  TOO_FEW_ROWS("AE-412", "%s has %d rows where a detector needs %d or more: give it more."),
  LABELS(
      "AE-413",
      "The labels of %s cannot be used: %s. Give one label a row, 0 for normal and 1 for an"
          + " anomaly, and rows of both kinds."),
  NO_DETECTOR(
      "AE-414",
      "%s holds a model, but no detector: load it by venturi.load, or save it by Detector.save."),
  TOO_FEW_PEAKS(
      "AE-415",
      "Peaks over the %s quantile are %d different scores of %d, and a tail is fitted to 10 or more:"
          + " give the detector more normal rows, or start at a lower quantile."),
  NOT_VARIATIONAL(
      "AE-416",
      "The reconstruction probability is an expectation over codes that are drawn, and %s draws"
          + " none: make it @Variational, or choose other measures."),
  SCORE_NOT_A_NUMBER(
      "AE-417",
      "Score %d of %s is %s, which is neither normal nor an anomaly: find out which row it is of."),
  NO_THRESHOLD(
      "AE-418",
      "The detector has no threshold to judge by: it was fitted without calibration rows. Set one"
          + " by withThreshold."),
  FEATURE_NAMES(
      "AE-419", "There are %d names for %d features: give each feature one line of text."),
  NO_PROMISE(
      "AE-420",
      "There are no %s of a detector whose calibration rows may hold anomalies, %s of them:"
          + " nothing is promised then. Calibrate it with rows that are all normal by"
          + " Detector.withCalibration, or set the threshold by Threshold.estimatedRate."),
  OTHER_ORDER(
      "AE-421",
      "Feature %d of %s is \"%s\", but the detector's is \"%s\", and all its features are there: give"
          + " the columns in the order of featureNames()."),
  CONSTANT(
      "AE-422",
      "All %d rows of %s are the same, so there is nothing to be unlike: give it rows that differ as"
          + " normal ones do."),
  MEASURE_NAME(
      "AE-423",
      "A measure is called \"%s\", %s: give it a name of its own, a letter and up to 79 letters,"
          + " digits, _ and -."),
  UNKNOWN_MEASURE(
      "AE-424",
      "%s holds a detector by the measure %s, which is not known here: give that measure to load as"
          + " well, detection.load(path, spec, measure)."),
  MEASURE_LENGTH(
      "AE-425",
      "Measure %s gives %d contributions for %d rows of %d features: it must give %d, row after"
          + " row."),
  MEASURE_CONTRIBUTION(
      "AE-426",
      "Measure %s gives feature %d of row %d of %s a contribution of %s: make it 0 or more, as a"
          + " share of a sum."),
  MEASURE_MISFIT(
      "AE-427",
      "The measure %s does not fit the model of %s: choose other measures, or another type of"
          + " model.");

  private final String id;
  private final String template;

  AnomalyMessage(String id, String template) {
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
