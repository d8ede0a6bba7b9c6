package io.venturi.generation;

/**
 * A normal distribution with its share in a mixture, its covariance as a Cholesky factor: plain
 * Java, since codes are short.
 */
final class MixtureComponent {

  private static final double LOG_TWO_PI = StrictMath.log(2 * Math.PI);

  private final double weight;
  private final double[] mean;
  private final double[][] factor;
  private final double logWeight;
  private final double logConstant;

  /**
   * @param weight in [0, 1]
   * @param covariance (width, width), of which the lower triangle is read; kept, and overwritten
   *     with the factor
   * @param ridge what the diagonal gets, above 0
   */
  MixtureComponent(double weight, double[] mean, double[][] covariance, double ridge) {
    this.weight = weight;
    this.mean = mean;
    this.factor = covariance;
    double logDeterminant = factorise(covariance, ridge);
    this.logWeight = StrictMath.log(weight);
    this.logConstant = -0.5 * (mean.length * LOG_TWO_PI + logDeterminant);
  }

  private MixtureComponent(double weight, MixtureComponent other) {
    this.weight = weight;
    this.mean = other.mean;
    this.factor = other.factor;
    this.logWeight = StrictMath.log(weight);
    this.logConstant = other.logConstant;
  }

  /** The same distribution with another share. */
  MixtureComponent weighing(double share) {
    return new MixtureComponent(share, this);
  }

  /**
   * Replaces a matrix by L with L L' = matrix + ridge; gives the logarithm of its determinant. A
   * pivot below the ridge is rounding, as a sum of squares has none, and is taken for the ridge.
   */
  private static double factorise(double[][] a, double ridge) {
    double logDeterminant = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = i == j ? a[i][i] + ridge : a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= a[i][k] * a[j][k];
        }
        if (i == j) {
          double pivot = Math.max(sum, ridge);
          logDeterminant += StrictMath.log(pivot);
          a[i][i] = Math.sqrt(pivot);
        } else {
          a[i][j] = sum / a[j][j];
        }
      }
    }
    return logDeterminant;
  }

  double weight() {
    return weight;
  }

  /**
   * The logarithm of weight times density.
   *
   * @param solution scratch of the same length
   */
  double logJoint(double[] x, double[] solution) {
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      double sum = x[i] - mean[i];
      double[] row = factor[i];
      for (int k = 0; k < i; k++) {
        sum -= row[k] * solution[k];
      }
      solution[i] = sum / row[i];
      squares += solution[i] * solution[i];
    }
    return logWeight + (logConstant - 0.5 * squares);
  }

  /** A draw, made of as many independent standard normal numbers. */
  double[] draw(float[] noise) {
    double[] x = mean.clone();
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k <= i; k++) {
        x[i] += factor[i][k] * noise[k];
      }
    }
    return x;
  }
}
