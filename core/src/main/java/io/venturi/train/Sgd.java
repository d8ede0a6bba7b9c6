package io.venturi.train;

/**
 * Stochastic gradient descent, with momentum in the form {@code b = μ b + g, p = p − α b} or
 * Nesterov's, {@code p = p − α (g + μ b)} (Sutskever et al., 2013, in the variables of PyTorch's
 * documentation).
 *
 * @param learningRate the step size α, above 0
 * @param momentum μ, in [0, 1)
 * @param nesterov whether to look ahead; asks for a momentum above 0
 */
public record Sgd(double learningRate, double momentum, boolean nesterov) implements Optimizer {

  /** Checks the settings. */
  public Sgd {
    Hyperparameters.requirePositive("Sgd's learningRate", learningRate);
    Hyperparameters.requireFraction("Sgd's momentum", momentum);
    Hyperparameters.require(
        momentum > 0 || !nesterov, "Sgd's momentum", momentum, "above 0 with nesterov");
  }

  /** Without momentum. */
  public Sgd(double learningRate) {
    this(learningRate, 0, false);
  }

  /** With momentum. */
  public Sgd(double learningRate, double momentum) {
    this(learningRate, momentum, false);
  }

  @Override
  public int slots() {
    return momentum > 0 ? 1 : 0;
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
    if (momentum == 0) {
      for (int i = 0; i < n; i++) {
        parameters[i] -= rate * gradients[i];
      }
      return;
    }
    float mu = (float) momentum;
    float[] velocity = slots[0];
    for (int i = 0; i < n; i++) {
      velocity[i] = Moments.flushFirst(mu * velocity[i] + gradients[i]);
    }
    if (nesterov) {
      for (int i = 0; i < n; i++) {
        parameters[i] -= rate * (gradients[i] + mu * velocity[i]);
      }
    } else {
      for (int i = 0; i < n; i++) {
        parameters[i] -= rate * velocity[i];
      }
    }
  }
}
