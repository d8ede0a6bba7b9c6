package io.venturi.contractive;

import io.venturi.data.Dataset;
import io.venturi.model.Model;
import java.util.stream.IntStream;

/**
 * How contractive a model's encoder is on some rows, whatever type of autoencoder it is.
 *
 * <p>The squared norm alone says nothing of a model: halve all codes, double the decoder's first
 * weights, and it is a quarter of what it was for the same reconstructions. Divided by the variance
 * of the codes it stays the same: {@link #relative()}.
 *
 * @param squaredNorm the squared Frobenius norm of the encoder's Jacobian, a mean over the rows
 * @param variance the variances of the numbers of the codes over the rows, added up
 */
public record Contraction(double squaredNorm, double variance) {

  /**
   * Measures a model, on all processors. The time is that of encoding each row as often as a code
   * has numbers, twice.
   *
   * @param data raw rows, at least two for a variance; weights of rows do not count
   * @throws IllegalArgumentException if there is only one row
   * @throws io.venturi.error.DataException if the model cannot take them
   * @throws io.venturi.error.SpecException if a layer of the encoder has no derivative to offer
   */
  public static Contraction of(Model<?> model, Dataset data) {
    int n = data.size();
    if (n < 2) {
      throw new IllegalArgumentException(
          n + " row says nothing of how far apart codes lie: give at least two");
    }
    double[] norms = new double[n];
    float[][] codes = new float[n][];
    IntStream.range(0, n)
        .parallel()
        .forEach(
            row -> {
              float[] values = new float[data.width()];
              data.read(row, values, 0);
              norms[row] = squaredNorm(model.jacobian(values));
              codes[row] = new float[model.description().latentSize()];
              model.inference().encode(values, codes[row]);
            });
    double sum = 0;
    for (double norm : norms) { // In this order, so that it is the same at every call.
      sum += norm;
    }
    return new Contraction(sum / n, variance(codes));
  }

  /**
   * {@code squaredNorm / variance}: by how much codes move, relative to how far apart they lie, for
   * a small change of the input. Multiplying all codes by a number does not change it. Infinite if
   * all codes are the same, and NaN if they do not move either.
   */
  public double relative() {
    return squaredNorm / variance;
  }

  private static double squaredNorm(float[][] jacobian) {
    double sum = 0;
    for (float[] row : jacobian) {
      for (float value : row) {
        sum += (double) value * value;
      }
    }
    return sum;
  }

  private static double variance(float[][] codes) {
    double sum = 0;
    for (int i = 0; i < codes[0].length; i++) {
      double mean = 0;
      for (float[] code : codes) {
        mean += code[i];
      }
      mean /= codes.length;
      for (float[] code : codes) {
        sum += (code[i] - mean) * (code[i] - mean);
      }
    }
    return sum / codes.length;
  }
}
