package io.venturi.testkit;

import io.venturi.kernel.Tensor;
import io.venturi.spi.BatchContext;
import io.venturi.spi.CodePenalty;

/** {@code weight · Σ KL(ρ ‖ ρ̂)} over the codes, with ρ̂ a code's mean over the batch. */
final class KullbackLeibler implements CodePenalty {

  static final double RHO = 0.05;

  private static final double LEAST = 1e-6;

  private final TypeFault fault;
  private final double weight;

  KullbackLeibler(TypeFault fault, double weight) {
    this.fault = fault;
    this.weight = weight;
  }

  @Override
  public String name() {
    return "sparsity";
  }

  /** The divergence of one code with this mean, which is kept from 0 and 1. */
  static double divergence(double mean) {
    return ofMean(within(mean));
  }

  private static double within(double mean) {
    return Math.min(1 - LEAST, Math.max(LEAST, mean));
  }

  private static double ofMean(double mean) {
    return RHO * Math.log(RHO / mean) + (1 - RHO) * Math.log((1 - RHO) / (1 - mean));
  }

  @Override
  public double penalise(Tensor code, Tensor gradient, int rows, BatchContext step) {
    int codes = code.columns();
    double[] mean = step.scratch().doubles(0, codes);
    float[] values = step.scratch().floats(0, codes);
    java.util.Arrays.fill(mean, 0);
    int counted = fault == TypeFault.KL_OF_CAPACITY ? code.rows() : rows;
    for (int r = 0; r < counted; r++) {
      code.read(r * codes, values, codes);
      for (int i = 0; i < codes; i++) {
        mean[i] += values[i] / rows;
      }
    }
    double sum = 0;
    for (int i = 0; i < codes; i++) {
      mean[i] = fault == TypeFault.KL_INFINITE ? mean[i] : within(mean[i]);
      sum += ofMean(mean[i]);
    }
    double sign = fault == TypeFault.KL_WRONG_SIGN ? -1 : 1;
    double factor = fault == TypeFault.KL_MEAN ? weight / codes : weight;
    double value = sign * factor * sum;
    if (fault == TypeFault.KL_CLAMPED) {
      return Math.min(0, value);
    }
    addGradient(gradient, mean, values, rows, sign * factor);
    return value;
  }

  private void addGradient(
      Tensor gradient, double[] mean, float[] values, int rows, double factor) {
    int codes = gradient.columns();
    double half = fault == TypeFault.KL_HALF_GRADIENT ? 0.5 : 1;
    for (int r = 0; r < rows; r++) {
      gradient.read(r * codes, values, codes);
      for (int i = 0; i < codes; i++) {
        double slope = (1 - RHO) / (1 - mean[i]) - RHO / mean[i];
        float before = fault == TypeFault.KL_OVERWRITES ? 0 : values[i];
        values[i] = before + (float) (half * factor * slope / rows);
      }
      gradient.write(r * codes, values, codes);
    }
  }
}
