package io.venturi.anomaly;

import io.venturi.model.Attachment;

/** {@link Measure#RESIDUAL_DISTANCE}. */
final class ResidualDistance implements FittedMeasure {

  private static final String NAME = "residual";

  private final Whitening whitening;

  ResidualDistance(Whitening whitening) {
    this.whitening = whitening;
  }

  static ResidualDistance of(Attachment attachment, Pass pass) {
    return new ResidualDistance(Whitening.of(attachment, NAME, pass.model().inputs()));
  }

  @Override
  public float[] contributions(RowBlock block) {
    float[] white = whitening.apply(block.residuals(), block.count());
    for (int i = 0; i < white.length; i++) {
      white[i] *= white[i];
    }
    return white;
  }

  @Override
  public void attach(Attachment.Builder attachment) {
    whitening.attach(attachment, NAME);
  }

  /** Learns how residuals vary together. */
  static final class Learner implements MeasureLearner {

    private final Moments residuals;

    Learner(Pass pass) {
      this.residuals = new Moments(pass.model().inputs(), pass.blockRows());
    }

    @Override
    public void add(RowBlock block) {
      residuals.add(block.residuals(), block.count());
    }

    @Override
    public FittedMeasure learned() {
      return new ResidualDistance(residuals.whitening());
    }

    @Override
    public void close() {
      residuals.close();
    }
  }
}
