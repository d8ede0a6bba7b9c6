package io.venturi.losses;

/**
 * A square window weighted by a Gaussian, its weights adding up to 1: a separable filter, of which
 * this is one direction. It slides over lines, which are arrays of their own: with one index on all
 * of them, the loops vectorise.
 */
final class GaussianWindow {

  private final float[] weights;

  /**
   * A window.
   *
   * @param size lines that it takes, odd and at least 3
   * @param standardDeviation in lines
   */
  GaussianWindow(int size, double standardDeviation) {
    double[] exact = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double distance = (i - size / 2) / standardDeviation;
      exact[i] = StrictMath.exp(-0.5 * distance * distance);
      sum += exact[i];
    }
    weights = new float[size];
    for (int i = 0; i < size; i++) {
      weights[i] = (float) (exact[i] / sum);
    }
  }

  /** How many places it has along {@code length} lines, wholly inside. */
  int places(int length) {
    return length - weights.length + 1;
  }

  /**
   * These lines with zeros before and behind, so that {@link #slide} over them becomes the
   * transpose of what it is: it spreads a value at each place over the lines under its window.
   *
   * @param zeros a line of them
   */
  float[][] padded(float[][] places, float[] zeros) {
    int beyond = weights.length - 1;
    float[][] lines = new float[places.length + 2 * beyond][];
    for (int i = 0; i < lines.length; i++) {
      int place = i - beyond;
      lines[i] = place >= 0 && place < places.length ? places[place] : zeros;
    }
    return lines;
  }

  /**
   * {@code mean = Σ weight_k · lines[first + k]} on the first n values.
   *
   * @param first the first line under the window
   */
  void slide(float[][] lines, int first, float[] mean, int n) {
    int last = first + weights.length - 1;
    int half = weights.length / 2;
    begin(
        mean,
        lines[first + half],
        weights[half],
        lines[first + half - 1],
        lines[last - half + 1],
        weights[half - 1],
        n);
    // Weights are alike on both sides; four lines at a time, or the sum would go to and fro.
    int k = half - 2;
    for (; k >= 1; k -= 2) {
      addPairs(
          mean,
          lines[first + k],
          lines[last - k],
          weights[k],
          lines[first + k - 1],
          lines[last - k + 1],
          weights[k - 1],
          n);
    }
    if (k == 0) {
      addPair(mean, lines[first], lines[last], weights[0], n);
    }
  }

  private static void begin(
      float[] sum, float[] middle, float weight, float[] left, float[] right, float beside, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] = weight * middle[i] + beside * (left[i] + right[i]);
    }
  }

  private static void addPair(float[] sum, float[] left, float[] right, float weight, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += weight * (left[i] + right[i]);
    }
  }

  private static void addPairs(
      float[] sum,
      float[] outerLeft,
      float[] outerRight,
      float outer,
      float[] innerLeft,
      float[] innerRight,
      float inner,
      int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += outer * (outerLeft[i] + outerRight[i]) + inner * (innerLeft[i] + innerRight[i]);
    }
  }
}
