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
    Scratch scratch = Scratch.of(n);
    code.read(0, scratch.codes, n);
    Gaussians.fill(scratch.draws, n, step.seed(), 0);
    Arrays.fill(scratch.slopes, 0, n, 0);
    double squared =
        discrepancy.between(scratch.codes, scratch.draws, rows, codes, scratch.slopes, weight);
    step.report("mmd", squared);
    gradient.read(0, scratch.draws, n);
    for (int i = 0; i < n; i++) {
      scratch.draws[i] += (float) scratch.slopes[i];
    }
    gradient.write(0, scratch.draws, n);
    return weight * squared;
  }

  /** A thread's own arrays: a step makes none, whichever thread it runs on. */
  private static final class Scratch {

    private static final ThreadLocal<Scratch> OWN = ThreadLocal.withInitial(Scratch::new);

    private float[] codes = {};
    private float[] draws = {};
    private double[] slopes = {};

    private static Scratch of(int size) {
      Scratch scratch = OWN.get();
      if (scratch.codes.length < size) {
        scratch.codes = new float[size];
        scratch.draws = new float[size];
        scratch.slopes = new double[size];
      }
      return scratch;
    }
  }
}
