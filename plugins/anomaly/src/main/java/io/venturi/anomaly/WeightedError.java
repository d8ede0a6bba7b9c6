package io.venturi.anomaly;

import io.venturi.model.Attachment;

/** {@link Measure#WEIGHTED_ERROR}. */
final class WeightedError implements Component {

  private static final String VARIANCES = "error-variances";

  /** Added to all mean squares, as a share of their mean: of what never failed little is known. */
  static final double FLOOR = 1e-3;

  private final double[] variances;

  /**
   * @param variances the mean squares of each feature's residuals, above 0
   */
  WeightedError(double[] variances) {
    this.variances = variances.clone();
  }

  static WeightedError of(Attachment attachment, int width) {
    return new WeightedError(Positive.of(attachment, VARIANCES, width));
  }

  @Override
  public Measure measure() {
    return Measure.WEIGHTED_ERROR;
  }

  @Override
  public void contributions(RowBlock block, float[] into) {
    float[] residuals = block.residuals();
    for (int i = 0; i < residuals.length; i++) {
      into[i] = (float) ((double) residuals[i] * residuals[i] / variances[i % variances.length]);
    }
  }

  @Override
  public void attach(Attachment.Builder attachment) {
    attachment.array(VARIANCES, variances);
  }
}
