package io.venturi.variational;

import java.util.Arrays;

/**
 * A bound on the negative log-likelihood of each of some rows, of draws that come one after another
 * for all rows. It holds two numbers a row at most, however many draws there are.
 */
interface LikelihoodBound {

  /**
   * Takes a draw z of q(z|x).
   *
   * @param loss −log p(x|z)
   * @param logRatio log p(z) − log q(z|x)
   */
  void add(int row, double loss, double logRatio);

  /**
   * What the draws so far come to.
   *
   * @param draws how many the row has had
   * @param divergence of q(z|x) from the prior
   */
  double of(int row, int draws, double divergence);

  /** −ELBO: the expected loss, and the divergence. */
  final class Evidence implements LikelihoodBound {

    private final double[] losses;

    Evidence(int rows) {
      this.losses = new double[rows];
    }

    @Override
    public void add(int row, double loss, double logRatio) {
      losses[row] += loss;
    }

    @Override
    public double of(int row, int draws, double divergence) {
      return losses[row] / draws + divergence;
    }
  }

  /**
   * {@code −log 1/k Σ exp(w)} of the log-weights w. The sum is kept relative to the largest of them
   * so far, so that nothing overflows.
   */
  final class ImportanceWeighted implements LikelihoodBound {

    private final double[] most;
    private final double[] sums;

    ImportanceWeighted(int rows) {
      this.most = new double[rows];
      this.sums = new double[rows];
      Arrays.fill(most, Double.NEGATIVE_INFINITY);
    }

    @Override
    public void add(int row, double loss, double logRatio) {
      double w = logRatio - loss;
      if (w <= most[row]) {
        // Equal to infinity already, their difference would be NaN.
        sums[row] += w == most[row] ? 1 : Math.exp(w - most[row]);
      } else { // NaN, too, which then stays.
        sums[row] = sums[row] * Math.exp(most[row] - w) + 1;
        most[row] = w;
      }
    }

    @Override
    public double of(int row, int draws, double divergence) {
      return -(most[row] + Math.log(sums[row] / draws));
    }
  }
}
