package io.venturi.compression;

import io.venturi.model.Codec;

/**
 * What quantisers are made from: of each number of the codes its mean, its range, and how strongly
 * the decoder answers to it, {@code E ‖∂ decode(c) / ∂ c_j‖²}, by differences over a quarter of its
 * standard deviation to either side.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record CodeStatistics(double[] mean, double[] lowest, double[] highest, double[] response) {

  private static final int ROWS = 64;

  static CodeStatistics of(Codec codec, float[][] codes) {
    int size = codec.codeSize();
    double[] mean = new double[size];
    double[] lowest = new double[size];
    double[] highest = new double[size];
    double[] response = new double[size];
    float[][] some = some(codes);
    for (int j = 0; j < size; j++) {
      double sum = 0;
      lowest[j] = codes[0][j];
      highest[j] = codes[0][j];
      for (float[] code : codes) {
        sum += code[j];
        lowest[j] = Math.min(lowest[j], code[j]);
        highest[j] = Math.max(highest[j], code[j]);
      }
      mean[j] = sum / codes.length;
      double squares = 0;
      for (float[] code : codes) {
        squares += (code[j] - mean[j]) * (code[j] - mean[j]);
      }
      float distance = (float) (Math.sqrt(squares / codes.length) / 4);
      response[j] = distance > 0 ? response(codec, some, j, distance) : 0;
    }
    return new CodeStatistics(mean, lowest, highest, response);
  }

  private static float[][] some(float[][] codes) {
    float[][] some = new float[Math.min(ROWS, codes.length)][];
    for (int i = 0; i < some.length; i++) {
      some[i] = codes[(int) ((long) i * codes.length / some.length)];
    }
    return some;
  }

  private static double response(Codec codec, float[][] codes, int number, float distance) {
    float[][] moved = new float[2 * codes.length][];
    double squaredDistance = 0;
    for (int i = 0; i < codes.length; i++) {
      moved[2 * i] = codes[i].clone();
      moved[2 * i + 1] = codes[i].clone();
      moved[2 * i][number] -= distance;
      moved[2 * i + 1][number] += distance;
      double between = (double) moved[2 * i + 1][number] - moved[2 * i][number];
      squaredDistance += between * between;
    }
    float[][] rows = codec.decode(moved);
    double change = 0;
    for (int i = 0; i < rows.length; i += 2) {
      for (int k = 0; k < rows[i].length; k++) {
        double difference = (double) rows[i + 1][k] - rows[i][k];
        change += difference * difference;
      }
    }
    return squaredDistance > 0 ? change / squaredDistance : 0;
  }
}
