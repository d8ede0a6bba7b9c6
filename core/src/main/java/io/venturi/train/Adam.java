package io.venturi.train;

import io.venturi.error.Message;
import io.venturi.error.TrainingException;

/**
 * Adam (Kingma and Ba, 2015, algorithm 1), with bias correction; ε is added to the root of the
 * corrected second moment. Moments that decay towards denormal numbers are flushed to zero: dead
 * units and always-black pixels would otherwise slow training several times.
 *
 * @param learningRate the step size α, above 0
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 decay of the second moment, in [0, 1)
 * @param epsilon ε, within the normal floats
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon)
    implements Optimizer {

  /** Far above float's smallest normal number, far below any moment that matters. */
  private static final float FLUSH_FIRST = 1e-20f;

  private static final float FLUSH_SECOND = 1e-25f;

  private static final int STEP_SIZE = 0;
  private static final int ROOT_CORRECTION = 1;
  private static final int EPSILON = 2;

  /** Checks the settings. */
  public Adam {
    require(
        learningRate > 0 && learningRate < Double.POSITIVE_INFINITY,
        "learningRate",
        learningRate,
        "above 0 and finite");
    require(beta1 >= 0 && beta1 < 1, "beta1", beta1, "in [0, 1)");
    require(beta2 >= 0 && beta2 < 1, "beta2", beta2, "in [0, 1)");
    require(
        epsilon >= Float.MIN_NORMAL && epsilon <= Float.MAX_VALUE,
        "epsilon",
        epsilon,
        "in [1.2e-38, 3.4e38], what a float can hold");
  }

  /** Adam with β₁ = 0.9, β₂ = 0.999, ε = 1e-8. */
  public Adam(double learningRate) {
    this(learningRate, 0.9, 0.999, 1e-8);
  }

  private static void require(boolean holds, String name, double value, String range) {
    if (!holds) {
      throw new TrainingException(Message.HYPERPARAMETER, "Adam's " + name, value, range);
    }
  }

  @Override
  public int slots() {
    return 2;
  }

  @Override
  public int coefficients() {
    return 3;
  }

  @Override
  public void prepare(long step, float[] coefficients) {
    double correction1 = 1 - StrictMath.pow(beta1, (double) step);
    double correction2 = 1 - StrictMath.pow(beta2, (double) step);
    coefficients[STEP_SIZE] = (float) (learningRate / correction1);
    coefficients[ROOT_CORRECTION] = (float) (1 / StrictMath.sqrt(correction2));
    coefficients[EPSILON] = (float) epsilon;
  }

  @Override
  public void update(
      float[] coefficients, float[] parameters, float[] gradients, float[][] slots, int n) {
    float stepSize = coefficients[STEP_SIZE];
    float rootCorrection = coefficients[ROOT_CORRECTION];
    float eps = coefficients[EPSILON];
    float b1 = (float) beta1;
    float c1 = (float) (1 - beta1);
    float b2 = (float) beta2;
    float c2 = (float) (1 - beta2);
    float[] first = slots[0];
    float[] second = slots[1];
    for (int i = 0; i < n; i++) {
      float g = gradients[i];
      float m = ((b1 * first[i] + c1 * g) + FLUSH_FIRST) - FLUSH_FIRST;
      float v = ((b2 * second[i] + c2 * g * g) + FLUSH_SECOND) - FLUSH_SECOND;
      first[i] = m;
      second[i] = v;
      parameters[i] -= stepSize * m / ((float) Math.sqrt(v) * rootCorrection + eps);
    }
  }

  @Override
  public String describe() {
    return "Adam(learningRate="
        + learningRate
        + ", beta1="
        + beta1
        + ", beta2="
        + beta2
        + ", epsilon="
        + epsilon
        + ")";
  }
}
