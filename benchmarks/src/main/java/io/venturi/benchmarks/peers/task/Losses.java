package io.venturi.benchmarks.peers.task;

/** What contenders' results come to, computed in one way for all of them. */
public final class Losses {

  private Losses() {}

  /** The mean of the squared differences of all values. */
  public static double meanSquaredError(float[] rows, float[] reconstructions) {
    requireSameLength(rows, reconstructions);
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      double difference = (double) rows[i] - reconstructions[i];
      sum += difference * difference;
    }
    return sum / rows.length;
  }

  /**
   * The negated evidence lower bound in nats, the mean over rows, with each row's code at its mean:
   * binary cross-entropy summed over values, and the divergence from the standard normal.
   *
   * @param codes of each row all means, then all logarithms of variances
   * @param reconstructions of the means, in (0, 1)
   */
  public static double negativeElbo(
      float[] rows, float[] reconstructions, float[] codes, int count) {
    requireSameLength(rows, reconstructions);
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      double y = Math.min(Math.max(reconstructions[i], 1e-7), 1 - 1e-7);
      sum -= rows[i] * Math.log(y) + (1 - rows[i]) * Math.log1p(-y);
    }
    int width = codes.length / count;
    for (int row = 0; row < count; row++) {
      for (int unit = 0; unit < width / 2; unit++) {
        double mean = codes[row * width + unit];
        double logVariance = codes[row * width + width / 2 + unit];
        sum += 0.5 * (mean * mean + Math.exp(logVariance) - 1 - logVariance);
      }
    }
    return sum / count;
  }

  /** The largest difference of two values at the same place. */
  public static double largestDifference(float[] expected, float[] actual) {
    requireSameLength(expected, actual);
    double largest = 0;
    for (int i = 0; i < expected.length; i++) {
      double difference = Math.abs((double) expected[i] - actual[i]);
      // Not a number is the largest of all.
      largest = difference <= largest ? largest : difference;
    }
    return largest;
  }

  private static void requireSameLength(float[] a, float[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(a.length + " values beside " + b.length);
    }
  }
}
