package io.venturi.anomaly;

import io.venturi.kernel.Tensor;
import io.venturi.model.Attachment;
import org.jspecify.annotations.Nullable;

/**
 * {@link Measure#CODE_DISTANCE}. What a whitened unit adds, its square, is dealt out to the
 * features by the square of the unit's correlation with the feature on normal rows, times the
 * square of the feature's own deviation in this row; to all alike if no feature has either. The
 * correlations are as many numbers as units times features: of wide rows too many to learn and to
 * keep, so there all count alike.
 */
final class CodeDistance implements FittedMeasure {

  private static final String NAME = "code";
  private static final String FEATURE_MEANS = "feature-means";
  private static final String FEATURE_DEVIATIONS = "feature-deviations";
  private static final String SHARES = "code-shares";

  /** 16 MiB in a file, and some ten times that in memory while they are learned. */
  static final int MOST_SHARES = 1 << 22;

  private final Whitening whitening;
  private final double[] featureMeans;
  private final double[] featureDeviations;
  private final float[] shares;
  private final @Nullable Dealing dealing;

  /**
   * @param shares squared correlations, (units, features), or none: all are alike
   */
  CodeDistance(
      Whitening whitening, double[] featureMeans, double[] featureDeviations, float[] shares) {
    this.whitening = whitening;
    this.featureMeans = featureMeans.clone();
    this.featureDeviations = featureDeviations.clone();
    this.shares = shares.clone();
    this.dealing = shares.length == 0 ? null : Dealing.of(shares, featureMeans.length);
  }

  /** Whether there are few enough. */
  static boolean keepsShares(int units, int width) {
    return (long) units * width <= MOST_SHARES;
  }

  static CodeDistance of(Attachment attachment, Pass pass) {
    int width = pass.model().inputs();
    int units = pass.model().codeSize();
    float[] shares =
        keepsShares(units, width) || attachment.has(SHARES)
            ? attachment.floats(SHARES)
            : new float[0];
    if (shares.length > 0 && shares.length != (long) units * width) {
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
  public float[] contributions(RowBlock block) {
    int width = featureMeans.length;
    float[] white = whitening.apply(block.codes(), block.count());
    float[] deviations = deviations(block);
    for (int i = 0; i < white.length; i++) {
      white[i] *= white[i];
    }
    if (dealing == null) {
      return dealtAlike(white, deviations, block.count());
    }
    float[] even = new float[block.count()];
    float[] dealt = dealing.deal(white, deviations, even);
    for (int i = 0; i < dealt.length; i++) {
      dealt[i] = deviations[i] * dealt[i] + even[i / width];
    }
    return dealt;
  }

  /** What all units add together, by deviation alone. */
  private static float[] dealtAlike(float[] squares, float[] deviations, int count) {
    float[] into = new float[deviations.length];
    int width = deviations.length / count;
    int units = squares.length / count;
    for (int r = 0; r < count; r++) {
      double sum = 0;
      for (int u = 0; u < units; u++) {
        sum += squares[r * units + u];
      }
      double all = 0;
      for (int i = 0; i < width; i++) {
        all += deviations[r * width + i];
      }
      for (int i = 0; i < width; i++) {
        double share = all > Dealing.LEAST ? deviations[r * width + i] / all : 1.0 / width;
        into[r * width + i] = (float) (sum * share);
      }
    }
    return into;
  }

  /** Deals squares of units out by correlations. */
  private record Dealing(Tensor byUnit, Tensor byFeature) {

    /** A sum below this has lost its bits, and one beyond the other has none to deal out by. */
    static final float LEAST = 1e-30f;

    static final float MOST = 1e30f;

    static Dealing of(float[] shares, int width) {
      int units = shares.length / width;
      Tensor byUnit = Tensor.allocate(units, width);
      Tensor byFeature = Tensor.allocate(width, units);
      byUnit.write(0, shares, shares.length);
      float[] transposed = new float[shares.length];
      for (int i = 0; i < shares.length; i++) {
        transposed[i % width * units + i / width] = shares[i];
      }
      byFeature.write(0, transposed, transposed.length);
      return new Dealing(byUnit, byFeature);
    }

    /**
     * What each feature gets for each of its squared deviations.
     *
     * @param even out: what all features of a row get alike
     */
    float[] deal(float[] squares, float[] deviations, float[] even) {
      int units = byUnit.rows();
      int width = byUnit.columns();
      float[] parts = Whitening.multiplied(deviations, even.length, byUnit, units);
      for (int i = 0; i < parts.length; i++) {
        boolean deals = parts[i] > LEAST && parts[i] < MOST;
        even[i / units] += deals ? 0 : squares[i] / width;
        parts[i] = deals ? squares[i] / parts[i] : 0;
      }
      return Whitening.multiplied(parts, even.length, byFeature, width);
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
    attachment.array(FEATURE_MEANS, featureMeans).array(FEATURE_DEVIATIONS, featureDeviations);
    if (shares.length > 0) {
      attachment.array(SHARES, shares);
    }
  }
}
