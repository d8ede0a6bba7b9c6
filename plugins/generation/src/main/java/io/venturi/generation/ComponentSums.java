package io.venturi.generation;

/** What a part of the rows adds to the components of a mixture, and to its likelihood. */
final class ComponentSums {

  private final double[] counts;
  private final double[][] sums;
  private final double[][][] squares;
  private double logLikelihood;

  ComponentSums(int components, int width) {
    counts = new double[components];
    sums = new double[components][width];
    squares = new double[components][width][width];
  }

  /**
   * Adds a row.
   *
   * @param shares of the components in it; they sum to 1
   */
  void add(double[] x, double[] shares, double logDensity) {
    logLikelihood += logDensity;
    for (int c = 0; c < counts.length; c++) {
      double share = shares[c];
      if (share == 0) {
        continue;
      }
      counts[c] += share;
      for (int i = 0; i < x.length; i++) {
        double part = share * x[i];
        sums[c][i] += part;
        double[] row = squares[c][i];
        for (int j = 0; j <= i; j++) {
          row[j] += part * x[j];
        }
      }
    }
  }

  /** Adds the sums of another part. */
  void add(ComponentSums other) {
    logLikelihood += other.logLikelihood;
    for (int c = 0; c < counts.length; c++) {
      counts[c] += other.counts[c];
      for (int i = 0; i < sums[c].length; i++) {
        sums[c][i] += other.sums[c][i];
        for (int j = 0; j <= i; j++) {
          squares[c][i][j] += other.squares[c][i][j];
        }
      }
    }
  }

  /** Of all rows that were added, by the components that gave their shares. */
  double logLikelihood() {
    return logLikelihood;
  }

  /**
   * The components that fit the rows best, given their shares.
   *
   * @param before where a component stays that hardly any row has a share in
   */
  MixtureComponent[] components(MixtureComponent[] before, int rows, double ridge) {
    MixtureComponent[] components = new MixtureComponent[counts.length];
    for (int c = 0; c < components.length; c++) {
      components[c] =
          counts[c] < LEAST ? before[c].weighing(counts[c] / rows) : component(c, rows, ridge);
    }
    return components;
  }

  /** Below this sum of shares, means and covariances would be rounding. */
  private static final double LEAST = 1e-6;

  private MixtureComponent component(int c, int rows, double ridge) {
    double[] mean = sums[c].clone();
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= counts[c];
    }
    double[][] covariance = new double[mean.length][mean.length];
    for (int i = 0; i < mean.length; i++) {
      for (int j = 0; j <= i; j++) {
        covariance[i][j] = squares[c][i][j] / counts[c] - mean[i] * mean[j];
      }
    }
    return new MixtureComponent(counts[c] / rows, mean, covariance, ridge);
  }
}
