package io.venturi.reduction;

import io.venturi.data.DataChecks;
import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.error.Message;
import io.venturi.kernel.Backend;
import io.venturi.model.Codec;
import java.util.Arrays;

/**
 * Principal component analysis: the best linear encoder and decoder for the squared error, and thus
 * what an autoencoder has to beat.
 *
 * <p>It is exact: the covariance matrix is summed in double precision and decomposed by LAPACK, in
 * two passes over the data and about {@code 40 * features * features} bytes of memory, for at most
 * 16,000 features. An axis points to where its largest loading is positive, so that the same data
 * gives the same codes. Immutable, and safe to use from many threads.
 *
 * <p>H. Hotelling, Analysis of a complex of statistical variables into principal components, 1933.
 */
public final class Pca implements Codec {

  /** A square matrix of doubles of this size is just below 2 GB, the most that a buffer holds. */
  private static final int MOST_FEATURES = 16_000;

  private final double[] mean;
  private final PrincipalAxes axes;
  private final AffineMap encoder;
  private final AffineMap decoder;

  private Pca(double[] mean, PrincipalAxes axes, boolean whiten) {
    this.mean = mean;
    this.axes = axes;
    int components = axes.variances().length;
    double[] encode = new double[mean.length * components];
    double[] decode = new double[encode.length];
    for (int i = 0; i < components; i++) {
      double deviation = whiten ? Math.sqrt(axes.variances()[i]) : 1;
      for (int j = 0; j < mean.length; j++) {
        double loading = axes.axes()[i][j];
        encode[j * components + i] = loading / deviation;
        decode[i * mean.length + j] = loading * deviation;
      }
    }
    double[] zero = new double[components];
    this.encoder = new AffineMap(mean, encode, zero);
    this.decoder = new AffineMap(zero, decode, mean);
  }

  /**
   * What to fit.
   *
   * @param components the width of the code: at least 1, at most the number of features, and below
   *     the number of rows
   * @param whiten whether each component of the code is scaled to variance 1
   */
  public record Options(int components, boolean whiten) {

    public Options {
      if (components < 1) {
        throw new DataException(
            Message.HYPERPARAMETER, "the number of components", components, "at least 1");
      }
    }
  }

  /**
   * Fits principal components, without whitening.
   *
   * @param data rows of any shape, at least two
   * @param components the width of the code: at least 1, at most the number of features, and below
   *     the number of rows
   * @throws DataException if the data cannot have that many components, has more than 16,000
   *     features, or a value that is not finite
   */
  public static Pca fit(Dataset data, int components) {
    return fit(data, new Options(components, false));
  }

  /**
   * Fits principal components.
   *
   * @param data rows of any shape, at least two
   * @throws DataException if the data cannot have that many components, or one of them, to be
   *     whitened, does not vary; if it has more than 16,000 features or a value that is not finite
   */
  public static Pca fit(Dataset data, Options options) {
    checkCount(data, options.components());
    DataChecks.requireFinite(data);
    Backend.ensureLoaded();
    double[] mean = Moments.mean(data);
    PrincipalAxes axes =
        PrincipalAxes.of(Moments.covariance(data, mean), mean.length, options.components());
    if (options.whiten()) {
      checkVariances(data, axes.variances());
    }
    return new Pca(mean, axes, options.whiten());
  }

  private static void checkCount(Dataset data, int components) {
    if (data.width() > MOST_FEATURES) {
      throw new DataException(
          Message.HYPERPARAMETER,
          "the number of features of " + data.name(),
          data.width(),
          "at most " + MOST_FEATURES + " for PCA, whose covariances fit into memory");
    }
    if (components > data.width()) {
      throw tooMany(data, components, data.width(), "the number of features");
    }
    if (components >= data.size()) {
      throw tooMany(
          data, components, data.size() - 1, data.size() + " rows vary in no more directions");
    }
  }

  private static DataException tooMany(Dataset data, int components, int most, String why) {
    return new DataException(
        Message.HYPERPARAMETER,
        "the number of components of " + data.name(),
        components,
        "at most " + most + ": " + why);
  }

  private static void checkVariances(Dataset data, double[] variances) {
    double rounding = Math.ulp(1.0) * data.width() * variances[0];
    for (int i = 0; i < variances.length; i++) {
      if (variances[i] <= rounding) {
        throw tooMany(
            data, variances.length, i, "it does not vary in more, so they cannot be whitened");
      }
    }
  }

  @Override
  public int inputs() {
    return mean.length;
  }

  @Override
  public int codeSize() {
    return axes.variances().length;
  }

  /** The mean of each feature; a copy. */
  public double[] mean() {
    return mean.clone();
  }

  /** The directions of the components, (components, features), each of length 1; a copy. */
  public double[][] axes() {
    return Arrays.stream(axes.axes()).map(double[]::clone).toArray(double[][]::new);
  }

  /** The variance along each component, largest first, with rows - 1 in the divisor; a copy. */
  public double[] explainedVariance() {
    return axes.variances().clone();
  }

  /** Each component's share of the whole variance, in [0, 1]; all 0 if the data does not vary. */
  public double[] explainedVarianceRatio() {
    double[] ratios = axes.variances().clone();
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = axes.totalVariance() > 0 ? ratios[i] / axes.totalVariance() : 0;
    }
    return ratios;
  }

  /**
   * Projects rows on the components.
   *
   * @param rows (n, features), finite
   * @return codes, (n, components)
   * @throws DataException if there are no rows, or they have another width, or are not finite
   */
  @Override
  public float[][] encode(float[][] rows) {
    return encoder.apply(checked(Dataset.of("the input", rows), inputs()));
  }

  /**
   * Maps codes back to rows.
   *
   * @param codes (n, components), finite
   * @return rows, (n, features)
   * @throws DataException if there are no codes, or they have another width, or are not finite
   */
  @Override
  public float[][] decode(float[][] codes) {
    return decoder.apply(checked(Dataset.of("the code array", codes), codeSize()));
  }

  /**
   * Maps rows to their nearest points among those that a code can stand for.
   *
   * @param rows (n, features), finite
   * @return rows, (n, features)
   * @throws DataException if there are no rows, or they have another width, or are not finite
   */
  @Override
  public float[][] reconstruct(float[][] rows) {
    return decode(encode(rows));
  }

  /**
   * The mean over all rows and features of the squared difference between a row and its
   * reconstruction: what the mean squared error loss reports.
   *
   * @param data rows of as many features, finite
   * @throws DataException if the rows have another width, or are not finite
   */
  public double meanSquaredError(Dataset data) {
    return RowErrors.mean(RowErrors.of(this, "the PCA", checked(data, inputs())));
  }

  private static Dataset checked(Dataset data, int width) {
    DataChecks.requireWidth(data, width, "the PCA");
    DataChecks.requireFinite(data);
    return data;
  }

  /** Such as {@code PCA of 784 values to 32 numbers}. */
  @Override
  public String toString() {
    return "PCA of " + inputs() + " values to " + codeSize() + " numbers";
  }
}
