package io.venturi.train;

/** The arithmetic that Adam and AdamW share. */
final class AdamUpdate {

  static final int SLOTS = 2;
  static final int COEFFICIENTS = 3;

  private static final int STEP_SIZE = 0;
  private static final int ROOT_CORRECTION = 1;
  private static final int EPSILON = 2;

  private AdamUpdate() {}

  static void check(String name, double learningRate, double beta1, double beta2, double epsilon) {
    Hyperparameters.requirePositive(name + "'s learningRate", learningRate);
    Hyperparameters.requireFraction(name + "'s beta1", beta1);
    Hyperparameters.requireFraction(name + "'s beta2", beta2);
    Hyperparameters.requireNormalFloat(name + "'s epsilon", epsilon);
  }

  static void prepare(
      long step,
      double learningRate,
      double beta1,
      double beta2,
      double epsilon,
      float[] coefficients) {
    double correction1 = 1 - StepMath.power(beta1, step);
    double correction2 = 1 - StepMath.power(beta2, step);
    coefficients[STEP_SIZE] = (float) (learningRate / correction1);
    coefficients[ROOT_CORRECTION] = (float) (1 / Math.sqrt(correction2));
    coefficients[EPSILON] = (float) epsilon;
  }

  static void update(
      float[] coefficients,
      double beta1,
      double beta2,
      float[] parameters,
      float[] gradients,
      float[][] slots,
      int n) {
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
      float m = Moments.flushFirst(b1 * first[i] + c1 * g);
      float v = Moments.flushSecond(b2 * second[i] + c2 * g * g);
      first[i] = m;
      second[i] = v;
      parameters[i] -= stepSize * m / ((float) Math.sqrt(v) * rootCorrection + eps);
    }
  }
}
