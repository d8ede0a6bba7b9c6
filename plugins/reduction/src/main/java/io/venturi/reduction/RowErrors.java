package io.venturi.reduction;

import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.error.Message;
import io.venturi.model.Codec;
import java.util.Arrays;

/** Mean squared errors of reconstructions, row by row. */
final class RowErrors {

  /** Rows are read in blocks of about this many values. */
  private static final int BLOCK = 1 << 20;

  private RowErrors() {}

  /** Of what encodes rows and decodes them. */
  static double[] of(Codec codec, String name, Dataset data) {
    double[] errors = new double[data.size()];
    int step = Math.max(1, BLOCK / data.width());
    for (int from = 0; from < errors.length; from += step) {
      float[][] rows = data.slice(from, Math.min(errors.length, from + step)).toArray();
      float[][] reconstructions = codec.reconstruct(rows);
      for (int i = 0; i < rows.length; i++) {
        double sum = 0;
        for (int j = 0; j < rows[i].length; j++) {
          double difference = (double) rows[i][j] - reconstructions[i][j];
          sum += difference * difference;
        }
        errors[from + i] = finite(sum / rows[i].length, from + i, data, name);
      }
    }
    return errors;
  }

  /** Of taking every row for the same one. */
  static double[] ofMean(double[] mean, Dataset data) {
    double[] errors = new double[data.size()];
    float[] row = new float[data.width()];
    for (int i = 0; i < errors.length; i++) {
      data.read(i, row, 0);
      double sum = 0;
      for (int j = 0; j < row.length; j++) {
        double difference = row[j] - mean[j];
        sum += difference * difference;
      }
      errors[i] = sum / row.length;
    }
    return errors;
  }

  static double mean(double[] errors) {
    return Arrays.stream(errors).average().orElseThrow();
  }

  private static double finite(double error, int row, Dataset data, String name) {
    if (!Double.isFinite(error)) {
      throw new DataException(Message.SCORE_NOT_FINITE, row, data.name(), error, name);
    }
    return error;
  }
}
