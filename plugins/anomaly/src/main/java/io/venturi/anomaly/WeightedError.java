package io.venturi.anomaly;

import io.venturi.model.Attachment;

/** {@link Measure#WEIGHTED_ERROR}. */
final class WeightedError implements FittedMeasure {

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

  static WeightedError of(Attachment attachment, Pass pass) {
    return new WeightedError(Positive.of(attachment, VARIANCES, pass.model().inputs()));
  }

  @Override
  public float[] contributions(RowBlock block) {
    float[] residuals = block.residuals();
    float[] into = new float[residuals.length];
    for (int i = 0; i < residuals.length; i++) {
      into[i] = (float) ((double) residuals[i] * residuals[i] / variances[i % variances.length]);
    }
    return into;
  }

  @Override
  public void attach(Attachment.Builder attachment) {
    attachment.array(VARIANCES, variances);
  }

  /** Learns the mean squares. */
  static final class Learner implements MeasureLearner {

    private final Spread residuals;

    Learner(Pass pass) {
      this.residuals = new Spread(pass.model().inputs());
    }

    @Override
    public void add(RowBlock block) {
      residuals.add(block.residuals(), block.count());
    }

    @Override
    public FittedMeasure learned() {
      return new WeightedError(Covariance.floored(residuals.meanSquares(), FLOOR));
    }
  }
}
