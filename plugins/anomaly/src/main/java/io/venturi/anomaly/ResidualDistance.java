package io.venturi.anomaly;

import io.venturi.model.Attachment;

/** {@link Measure#RESIDUAL_DISTANCE}. */
final class ResidualDistance implements Component {

  private static final String NAME = "residual";

  private final Whitening whitening;

  ResidualDistance(Whitening whitening) {
    this.whitening = whitening;
  }

  static ResidualDistance of(Attachment attachment, int width) {
    return new ResidualDistance(Whitening.of(attachment, NAME, width));
  }

  @Override
  public Measure measure() {
    return Measure.RESIDUAL_DISTANCE;
  }

  @Override
  public void contributions(RowBlock block, float[] into) {
    float[] white = whitening.apply(block.residuals(), block.count());
    for (int i = 0; i < white.length; i++) {
      into[i] = white[i] * white[i];
    }
  }

  @Override
  public void attach(Attachment.Builder attachment) {
    whitening.attach(attachment, NAME);
  }
}
