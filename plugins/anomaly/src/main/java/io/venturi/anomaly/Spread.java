package io.venturi.anomaly;

/** Collects the means and variances of a vector's values over rows, by Welford's method (1962). */
final class Spread {

  private final double[] means;
  private final double[] squares;
  private long count;

  Spread(int width) {
    this.means = new double[width];
    this.squares = new double[width];
  }

  /** Adds the first {@code rows} rows. */
  void add(float[] values, int rows) {
    int width = means.length;
    for (int r = 0; r < rows; r++) {
      count++;
      for (int i = 0; i < width; i++) {
        double difference = values[r * width + i] - means[i];
        means[i] += difference / count;
        squares[i] += difference * (values[r * width + i] - means[i]);
      }
    }
  }

  double[] means() {
    return means.clone();
  }

  /** The means of the values' squares. */
  double[] meanSquares() {
    double[] squared = variances();
    for (int i = 0; i < squared.length; i++) {
      squared[i] += means[i] * means[i];
    }
    return squared;
  }

  /** Divided by the number of rows. */
  double[] variances() {
    double[] variances = new double[squares.length];
    for (int i = 0; i < variances.length; i++) {
      variances[i] = squares[i] / count;
    }
    return variances;
  }
}
