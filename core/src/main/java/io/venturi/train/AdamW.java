package io.venturi.train;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, 2019): before Adam's step, weights
 * shrink by the factor {@code 1 − learningRate · weightDecay}. Biases do not decay.
 *
 * @param learningRate the step size α, above 0
 * @param weightDecay λ, at least 0
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 decay of the second moment, in [0, 1)
 * @param epsilon ε, within the normal floats
 */
public record AdamW(
    double learningRate, double weightDecay, double beta1, double beta2, double epsilon)
    implements Optimizer {

  private static final int SHRINK = AdamUpdate.COEFFICIENTS;

  /** Checks the settings. */
  public AdamW {
    AdamUpdate.check("AdamW", learningRate, beta1, beta2, epsilon);
    Hyperparameters.requireNotNegative("AdamW's weightDecay", weightDecay);
  }

  /** AdamW with β₁ = 0.9, β₂ = 0.999, ε = 1e-8. */
  public AdamW(double learningRate, double weightDecay) {
    this(learningRate, weightDecay, 0.9, 0.999, 1e-8);
  }

  @Override
  public int slots() {
    return AdamUpdate.SLOTS;
  }

  @Override
  public int coefficients() {
    return AdamUpdate.COEFFICIENTS + 1;
  }

  @Override
  public void prepare(long step, double rate, float[] coefficients) {
    AdamUpdate.prepare(step, rate, beta1, beta2, epsilon, coefficients);
    coefficients[SHRINK] = (float) (1 - rate * weightDecay);
  }

  @Override
  public void update(
      float[] coefficients,
      float[] parameters,
      float[] gradients,
      float[][] slots,
      int n,
      boolean decays) {
    if (decays) {
      float shrink = coefficients[SHRINK];
      for (int i = 0; i < n; i++) {
        parameters[i] *= shrink;
      }
    }
    AdamUpdate.update(coefficients, beta1, beta2, parameters, gradients, slots, n);
  }
}
