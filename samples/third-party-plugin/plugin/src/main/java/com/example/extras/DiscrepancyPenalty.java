package com.example.extras;

import io.venturi.kernel.Gaussians;
import io.venturi.kernel.Tensor;
import io.venturi.spi.BatchContext;
import io.venturi.spi.CodePenalty;
import java.util.Arrays;

/** {@code weight · MMD²} of a batch's codes from draws of the prior, by the step's seed. */
final class DiscrepancyPenalty implements CodePenalty {

  private final double weight;
  private final Discrepancy discrepancy;

  DiscrepancyPenalty(double weight, Discrepancy discrepancy) {
    this.weight = weight;
    this.discrepancy = discrepancy;
  }

  @Override
  public String name() {
    return "weightedMmd";
  }

  @Override
  public double penalise(Tensor code, Tensor gradient, int rows, BatchContext step) {
    int codes = code.columns();
    int n = rows * codes;
    float[] z = step.scratch().floats(0, n);
    float[] prior = step.scratch().floats(1, n);
    double[] slopes = step.scratch().doubles(0, n);
    code.read(0, z, n);
    Gaussians.fill(prior, n, step.seed(), 0);
    Arrays.fill(slopes, 0, n, 0);
    double squared = discrepancy.between(z, prior, rows, codes, slopes, weight);
    step.report("mmd", squared);
    gradient.read(0, z, n); // The codes are not needed any more.
    for (int i = 0; i < n; i++) {
      z[i] += (float) slopes[i];
    }
    gradient.write(0, z, n);
    return weight * squared;
  }
}
