package io.venturi.reduction;

import io.venturi.application.report.ReportPart;
import io.venturi.application.report.ReportWriter;
import java.util.List;

/**
 * An autoencoder, PCA of the same code size, what the autoencoder was before its training and the
 * mean of the training rows, on the same held-out rows.
 *
 * <p>All errors are in the units that the model was trained in: of a model with a scaler, of values
 * that its scaler has scaled; PCA was then fitted to such values, and the mean is theirs. In these
 * units errors are comparable to the loss and to {@link
 * io.venturi.model.Model#meanSquaredError(io.venturi.data.Dataset)}.
 *
 * @param rows how many rows were held out
 * @param codeSize the numbers of a code
 * @param autoencoder the model
 * @param pca principal components of the training rows
 * @param untrained a copy of the model with starting values
 * @param mean the mean of the training rows, whatever comes
 * @param components which part of the held-out rows' squared distance from the mean PCA makes up
 *     for with its first component, its first two, and so on
 * @param cost of the two
 * @param verdict which of the two to use
 * @param options how all this was measured
 */
public record Comparison(
    int rows,
    int codeSize,
    Contender autoencoder,
    Contender pca,
    Contender untrained,
    Contender mean,
    List<Double> components,
    TrainingCost cost,
    Verdict verdict,
    ComparisonOptions options)
    implements ReportPart {

  public Comparison {
    components = List.copyOf(components);
  }

  @Override
  public String title() {
    return "Dimensionality reduction: " + autoencoder.name() + " beside PCA";
  }

  @Override
  public void writeTo(ReportWriter report) {
    new ComparisonReport(this).writeTo(report);
  }

  /** The verdict. */
  @Override
  public String toString() {
    return verdict.sentence();
  }
}
