package io.venturi.variational;

/**
 * What q(z|x) is for some rows: normal, the units independent of one another.
 *
 * @param means shape (rows, units)
 * @param logVariances the same shape
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Posterior(float[][] means, float[][] logVariances) {

  /** The divergence of a row's distribution from the standard normal prior, in nats. */
  public double divergence(int row) {
    double sum = 0;
    for (int j = 0; j < means[row].length; j++) {
      double mean = means[row][j];
      double logVariance = logVariances[row][j];
      sum += 0.5 * (mean * mean + StrictMath.exp(logVariance) - 1 - logVariance);
    }
    return sum;
  }

  /** What it is of. */
  @Override
  public String toString() {
    return "posterior of " + means.length + " rows in " + means[0].length + " units";
  }
}
