package io.venturi.anomaly;

import org.jspecify.annotations.Nullable;

/** Collects how a vector's values vary over rows, and, unless they are too many, together. */
final class Moments implements AutoCloseable {

  private final Spread spread;
  private final @Nullable Sums products;

  Moments(int width, int blockRows) {
    this.spread = new Spread(width);
    this.products = width <= Covariance.LARGEST ? new Sums(width, width, blockRows) : null;
  }

  /** Adds the first {@code rows} rows. */
  void add(float[] values, int rows) {
    spread.add(values, rows);
    if (products != null) {
      products.add(values, values, rows);
    }
  }

  Whitening whitening() {
    double[] means = spread.means();
    return new Whitening(
        means,
        products == null || means.length == 1
            ? Covariance.scaling(spread.variances())
            : Covariance.whitening(products.covariance(), means.length));
  }

  @Override
  public void close() {
    if (products != null) {
      products.close();
    }
  }
}
