package io.venturi.train;

/**
 * RMSProp (Tieleman and Hinton, 2012): {@code v = ρ v + (1 − ρ) g², p = p − α g / (√v + ε)}, with
 * optional momentum on the quotient.
 *
 * @param learningRate the step size α, above 0
 * @param rho decay of the squared gradients' average ρ, in [0, 1)
 * @param momentum in [0, 1)
 * @param epsilon ε, within the normal floats
 */
public record RmsProp(double learningRate, double rho, double momentum, double epsilon)
    implements Optimizer {

  /** Checks the settings. */
  public RmsProp {
    Hyperparameters.requirePositive("RmsProp's learningRate", learningRate);
    Hyperparameters.requireFraction("RmsProp's rho", rho);
    Hyperparameters.requireFraction("RmsProp's momentum", momentum);
    Hyperparameters.requireNormalFloat("RmsProp's epsilon", epsilon);
  }

  /** RMSProp with ρ = 0.99, no momentum, ε = 1e-8. */
  public RmsProp(double learningRate) {
    this(learningRate, 0.99, 0, 1e-8);
  }

  @Override
  public int slots() {
    return momentum > 0 ? 2 : 1;
  }

  @Override
  public void update(
      float[] coefficients,
      float[] parameters,
      float[] gradients,
      float[][] slots,
      int n,
      boolean decays) {
    float rate = coefficients[0];
    float keep = (float) rho;
    float take = (float) (1 - rho);
    float eps = (float) epsilon;
    float[] squares = slots[0];
    for (int i = 0; i < n; i++) {
      float g = gradients[i];
      float v = Moments.flushSecond(keep * squares[i] + take * g * g);
      squares[i] = v;
      gradients[i] = g / ((float) Math.sqrt(v) + eps);
    }
    if (momentum == 0) {
      for (int i = 0; i < n; i++) {
        parameters[i] -= rate * gradients[i];
      }
      return;
    }
    float mu = (float) momentum;
    float[] velocity = slots[1];
    for (int i = 0; i < n; i++) {
      float b = Moments.flushFirst(mu * velocity[i] + gradients[i]);
      velocity[i] = b;
      parameters[i] -= rate * b;
    }
  }
}
