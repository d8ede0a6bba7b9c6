package io.venturi.kernel;

import java.util.SplittableRandom;

/**
 * A random matrix with orthonormal columns, or rows where there are fewer of them, drawn uniformly
 * (Saxe, McClelland and Ganguli, 2014): what passes through it keeps its length. The filters of a
 * convolution are its columns.
 *
 * <p>Takes of the order of {@code rows · columns · min(rows, columns)} operations.
 */
public final class Orthogonal implements Initializer {

  @Override
  public void fill(float[] weights, int fanIn, int fanOut, SplittableRandom random) {
    fill(weights, fanIn, fanIn, fanOut, random);
  }

  @Override
  public void fill(float[] weights, int rows, int fanIn, int fanOut, SplittableRandom random) {
    int columns = weights.length / rows;
    if (columns * rows != weights.length) {
      throw new IllegalArgumentException(weights.length + " weights are no rows of " + rows);
    }
    Distributions.normal(weights, 1, random);
    boolean tall = rows >= columns;
    int count = Math.min(rows, columns);
    double[][] vectors = new double[count][Math.max(rows, columns)];
    for (int v = 0; v < count; v++) {
      for (int i = 0; i < vectors[v].length; i++) {
        vectors[v][i] = tall ? weights[i * columns + v] : weights[v * columns + i];
      }
    }
    orthonormalise(vectors, random);
    for (int v = 0; v < count; v++) {
      for (int i = 0; i < vectors[v].length; i++) {
        weights[tall ? i * columns + v : v * columns + i] = (float) vectors[v][i];
      }
    }
  }

  /**
   * Gram and Schmidt's method, each vector against those before it twice: once leaves an error that
   * grows as vectors get close to one another ("twice is enough", Giraud et al., 2005). Gaussian
   * vectors come out uniformly distributed, no signs need mending.
   */
  private static void orthonormalise(double[][] vectors, SplittableRandom random) {
    for (int v = 0; v < vectors.length; v++) {
      double norm = reduced(vectors, v);
      while (norm < 1e-6) { // By chance within the span of the others: another draw.
        float[] drawn = new float[vectors[v].length];
        Distributions.normal(drawn, 1, random);
        for (int i = 0; i < drawn.length; i++) {
          vectors[v][i] = drawn[i];
        }
        norm = reduced(vectors, v);
      }
      for (int i = 0; i < vectors[v].length; i++) {
        vectors[v][i] /= norm;
      }
    }
  }

  /** Takes the parts along earlier vectors out; returns the length of what is left. */
  private static double reduced(double[][] vectors, int v) {
    double[] vector = vectors[v];
    for (int pass = 0; pass < 2; pass++) {
      for (int u = 0; u < v; u++) {
        double along = dot(vector, vectors[u]);
        double[] earlier = vectors[u];
        for (int i = 0; i < vector.length; i++) {
          vector[i] -= along * earlier[i];
        }
      }
    }
    return Math.sqrt(dot(vector, vector));
  }

  private static double dot(double[] a, double[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += a[i] * b[i];
    }
    return s0 + s1 + (s2 + s3);
  }
}
