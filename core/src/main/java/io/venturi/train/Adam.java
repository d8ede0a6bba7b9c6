package io.venturi.train;

/**
 * Adam (Kingma and Ba, 2015, algorithm 1), with bias correction; ε is added to the root of the
 * corrected second moment.
 *
 * @param learningRate the step size α, above 0
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 decay of the second moment, in [0, 1)
 * @param epsilon ε, within the normal floats
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon)
    implements Optimizer {

  /** Checks the settings. */
  public Adam {
    AdamUpdate.check("Adam", learningRate, beta1, beta2, epsilon);
  }

  /** Adam with β₁ = 0.9, β₂ = 0.999, ε = 1e-8. */
  public Adam(double learningRate) {
    this(learningRate, 0.9, 0.999, 1e-8);
  }

  @Override
  public int slots() {
    return AdamUpdate.SLOTS;
  }

  @Override
  public int coefficients() {
    return AdamUpdate.COEFFICIENTS;
  }

  @Override
  public void prepare(long step, double rate, float[] coefficients) {
    AdamUpdate.prepare(step, rate, beta1, beta2, epsilon, coefficients);
  }

  @Override
  public void update(
      float[] coefficients,
      float[] parameters,
      float[] gradients,
      float[][] slots,
      int n,
      boolean decays) {
    AdamUpdate.update(coefficients, beta1, beta2, parameters, gradients, slots, n);
  }
}
