package io.venturi.reduction;

import io.venturi.application.report.ReportPart;
import io.venturi.application.report.ReportWriter;

/**
 * Rows in the plane, by the codes of a model and by PCA beside it.
 *
 * @param model where the model's codes put them
 * @param pca where the first two principal components of the training rows put them
 */
public record CodeMaps(CodeMap model, CodeMap pca) implements ReportPart {

  @Override
  public String title() {
    return "Codes in the plane";
  }

  @Override
  public void writeTo(ReportWriter report) {
    report.text(
        "The same rows twice. Distances within a map mean more, the nearer its trustworthiness (what"
            + " is near here is near in the data) and continuity (what is near in the data is near"
            + " here) are to 1.");
    report.points(model.chart());
    report.points(pca.chart());
  }

  /** Both maps in one line. */
  @Override
  public String toString() {
    return model + "; " + pca;
  }
}
