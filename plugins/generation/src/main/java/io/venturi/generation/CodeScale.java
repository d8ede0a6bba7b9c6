package io.venturi.generation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Codes in units of their own spread, without the numbers that are the same for all of them, such
 * as those of dead units: so that one regularisation fits codes of any size.
 */
final class CodeScale {

  private final float[] low;
  private final float[] high;
  private final int[] varying;
  private final double[] means;
  private final double[] deviations;

  private CodeScale(float[] low, float[] high, int[] varying, double[] means, double[] deviations) {
    this.low = low;
    this.high = high;
    this.varying = varying;
    this.means = means;
    this.deviations = deviations;
  }

  /** Of these codes, (n, size), finite, at least one. */
  static CodeScale of(float[][] codes) {
    float[] low = codes[0].clone();
    float[] high = codes[0].clone();
    for (float[] code : codes) {
      for (int j = 0; j < code.length; j++) {
        low[j] = Math.min(low[j], code[j]);
        high[j] = Math.max(high[j], code[j]);
      }
    }
    int[] varying = IntStream.range(0, low.length).filter(j -> low[j] < high[j]).toArray();
    double[] means = new double[varying.length];
    double[] deviations = new double[varying.length];
    for (int v = 0; v < varying.length; v++) {
      int j = varying[v];
      means[v] = Arrays.stream(codes).mapToDouble(code -> code[j]).sum() / codes.length;
      double mean = means[v];
      double squares =
          Arrays.stream(codes).mapToDouble(code -> (code[j] - mean) * (code[j] - mean)).sum();
      deviations[v] = Math.sqrt(squares / codes.length);
    }
    return new CodeScale(low, high, varying, means, deviations);
  }

  /** Numbers in a code. */
  int size() {
    return low.length;
  }

  /** How many of them vary. */
  int width() {
    return varying.length;
  }

  /** What a volume in scaled units is larger by, as a logarithm. */
  double logVolume() {
    return Arrays.stream(deviations).map(StrictMath::log).sum();
  }

  /** The numbers of a code that vary, scaled. */
  double[] scaled(float[] code) {
    double[] scaled = new double[varying.length];
    for (int v = 0; v < varying.length; v++) {
      scaled[v] = (code[varying[v]] - means[v]) / deviations[v];
    }
    return scaled;
  }

  /** The code of these scaled numbers, none of them beyond what the codes had. */
  float[] code(double[] scaled) {
    float[] code = low.clone();
    for (int v = 0; v < varying.length; v++) {
      int j = varying[v];
      double value = means[v] + deviations[v] * scaled[v];
      code[j] = (float) Math.max(low[j], Math.min(high[j], value));
    }
    return code;
  }
}
