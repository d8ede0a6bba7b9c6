package io.venturi.anomaly;

import org.jspecify.annotations.Nullable;

/** Learns how codes of normal rows vary, and with which features. */
final class CodeDistanceLearner implements MeasureLearner {

  private final Moments codes;
  private final Spread features;
  private final @Nullable Sums codesByFeatures;

  CodeDistanceLearner(Pass pass) {
    int width = pass.model().inputs();
    int units = pass.model().codeSize();
    this.codes = new Moments(units, pass.blockRows());
    this.features = new Spread(width);
    this.codesByFeatures =
        CodeDistance.keepsShares(units, width) ? new Sums(units, width, pass.blockRows()) : null;
  }

  @Override
  public void add(RowBlock block) {
    features.add(block.scaled(), block.count());
    codes.add(block.codes(), block.count());
    if (codesByFeatures != null) {
      codesByFeatures.add(block.codes(), block.scaled(), block.count());
    }
  }

  @Override
  public FittedMeasure learned() {
    Whitening whitening = codes.whitening();
    double[] deviations = Covariance.floored(features.variances(), Covariance.RIDGE);
    for (int i = 0; i < deviations.length; i++) {
      deviations[i] = Math.sqrt(deviations[i]);
    }
    float[] shares =
        codesByFeatures == null
            ? new float[0]
            : shares(whitening, codesByFeatures.covariance(), deviations);
    return new CodeDistance(whitening, features.means(), deviations, shares);
  }

  /** Squared correlations of whitened units with features. */
  private static float[] shares(Whitening whitening, double[] covariance, double[] deviations) {
    float[] shares = new float[covariance.length];
    double[] column = new double[covariance.length / deviations.length];
    for (int i = 0; i < deviations.length; i++) {
      for (int unit = 0; unit < column.length; unit++) {
        column[unit] = covariance[unit * deviations.length + i];
      }
      double[] white = whitening.direction(column);
      for (int unit = 0; unit < column.length; unit++) {
        double correlation = white[unit] / deviations[i];
        shares[unit * deviations.length + i] = (float) (correlation * correlation);
      }
    }
    return shares;
  }

  @Override
  public void close() {
    codes.close();
    if (codesByFeatures != null) {
      codesByFeatures.close();
    }
  }
}
