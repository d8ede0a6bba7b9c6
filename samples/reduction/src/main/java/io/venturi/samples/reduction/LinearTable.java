package io.venturi.samples.reduction;

import io.venturi.data.Dataset;
import java.util.Random;

/**
 * Made-up rows of 20 numbers: linear mixtures of 4 normal factors, and a little normal noise. For
 * such rows principal components are the best codes there are.
 */
final class LinearTable {

  static final int COLUMNS = 20;
  static final int FACTORS = 4;

  private static final double NOISE = 0.3;

  private LinearTable() {}

  /** Rows drawn by a seed. */
  static Dataset draw(int rows, long seed) {
    Random random = new Random(seed);
    double[][] mixture = normal(random, FACTORS, COLUMNS);
    double[][] factors = normal(random, rows, FACTORS);
    double[][] noise = normal(random, rows, COLUMNS);
    float[][] table = new float[rows][COLUMNS];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < COLUMNS; j++) {
        double value = NOISE * noise[i][j];
        for (int k = 0; k < FACTORS; k++) {
          value += factors[i][k] * mixture[k][j];
        }
        table[i][j] = (float) value;
      }
    }
    return Dataset.of("the table", table);
  }

  private static double[][] normal(Random random, int rows, int columns) {
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      for (int j = 0; j < columns; j++) {
        row[j] = random.nextGaussian();
      }
    }
    return values;
  }
}
