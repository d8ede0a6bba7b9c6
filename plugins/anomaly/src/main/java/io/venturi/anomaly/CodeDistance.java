package io.venturi.anomaly;

import io.venturi.kernel.Tensor;
import io.venturi.model.Attachment;

/**
 * {@link Measure#CODE_DISTANCE}. What a whitened unit adds, its square, is dealt out to the
 * features by the square of the unit's correlation with the feature on normal rows, times the
 * square of the feature's own deviation in this row; to all alike if no feature has either.
 */
final class CodeDistance implements Component {

  private static final String NAME = "code";
  private static final String FEATURE_MEANS = "feature-means";
  private static final String FEATURE_DEVIATIONS = "feature-deviations";
  private static final String SHARES = "code-shares";

  private final Whitening whitening;
  private final double[] featureMeans;
  private final double[] featureDeviations;
  private final float[] shares;
  private final int units;
  private final Tensor byUnit;
  private final Tensor byFeature;

  /**
   * @param shares squared correlations, (units, features)
   */
  CodeDistance(
      Whitening whitening, double[] featureMeans, double[] featureDeviations, float[] shares) {
    int width = featureMeans.length;
    this.whitening = whitening;
    this.featureMeans = featureMeans.clone();
    this.featureDeviations = featureDeviations.clone();
    this.shares = shares.clone();
    this.units = shares.length / width;
    this.byUnit = Tensor.allocate(units, width);
    this.byFeature = Tensor.allocate(width, units);
    byUnit.write(0, shares, shares.length);
    float[] transposed = new float[shares.length];
    for (int i = 0; i < shares.length; i++) {
      transposed[i % width * units + i / width] = shares[i];
    }
    byFeature.write(0, transposed, transposed.length);
  }

  static CodeDistance of(Attachment attachment, int width, int units) {
    float[] shares = attachment.floats(SHARES);
    if (shares.length != (long) units * width) {
      throw new IllegalArgumentException("its " + SHARES + " has " + shares.length + " values");
    }
    for (float share : shares) {
      if (share < 0) {
        throw new IllegalArgumentException("its " + SHARES + " has " + share);
      }
    }
    return new CodeDistance(
        Whitening.of(attachment, NAME, units),
        attachment.doubles(FEATURE_MEANS, width),
        Positive.of(attachment, FEATURE_DEVIATIONS, width),
        shares);
  }

  @Override
  public Measure measure() {
    return Measure.CODE_DISTANCE;
  }

  @Override
  public void contributions(RowBlock block, float[] into) {
    int width = featureMeans.length;
    float[] white = whitening.apply(block.codes(), block.count());
    float[] deviations = deviations(block);
    float[] parts = Whitening.multiplied(deviations, block.count(), byUnit, units);
    float[] even = new float[block.count()];
    for (int i = 0; i < parts.length; i++) {
      float square = white[i] * white[i];
      // A sum below this has lost its bits, and one that is infinite has none to deal out by.
      boolean deals = parts[i] > 1e-30f && parts[i] < 1e30f;
      even[i / units] += deals ? 0 : square / width;
      parts[i] = deals ? square / parts[i] : 0;
    }
    float[] dealt = Whitening.multiplied(parts, block.count(), byFeature, width);
    for (int i = 0; i < dealt.length; i++) {
      into[i] = deviations[i] * dealt[i] + even[i / width];
    }
  }

  private float[] deviations(RowBlock block) {
    int width = featureMeans.length;
    float[] deviations = new float[block.count() * width];
    for (int i = 0; i < deviations.length; i++) {
      int feature = i % width;
      double deviation =
          Float.isNaN(block.rows()[i])
              ? 0
              : (block.scaled()[i] - featureMeans[feature]) / featureDeviations[feature];
      deviations[i] = (float) (deviation * deviation);
    }
    return deviations;
  }

  @Override
  public void attach(Attachment.Builder attachment) {
    whitening.attach(attachment, NAME);
    attachment
        .array(FEATURE_MEANS, featureMeans)
        .array(FEATURE_DEVIATIONS, featureDeviations)
        .array(SHARES, shares);
  }
}
