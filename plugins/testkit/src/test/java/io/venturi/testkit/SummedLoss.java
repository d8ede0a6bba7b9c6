package io.venturi.testkit;

import io.venturi.kernel.Activation;
import io.venturi.kernel.Sigmoid;
import io.venturi.spi.ElementwiseLoss;

/** {@code scale (y − x)²}, SUM over a row, unless something is wrong with it. */
final class SummedLoss extends ElementwiseLoss {

  private final LossFault fault;
  private final float scale;

  /** What a stateless loss must not have. */
  private float seen;

  /** So that the virtual machine cannot leave the array out. */
  float[] garbage = {};

  SummedLoss(LossFault fault, float scale) {
    this.fault = fault;
    this.scale = scale;
  }

  @Override
  protected float rowFactor(float count) {
    return fault == LossFault.MEAN ? 1 / count : 1;
  }

  @Override
  protected boolean fuses(Activation activation) {
    return fault == LossFault.SIGMOID_DERIVATIVE || activation instanceof Sigmoid;
  }

  /** Right for a sigmoid, and for nothing else. */
  @Override
  protected void fusedTerms(float[] z, float[] target, float[] y, float factor, int n) {
    for (int i = 0; i < n; i++) {
      float difference = y[i] - target[i];
      target[i] = scale * difference * difference;
      y[i] = 2 * scale * factor * difference * y[i] * (1 - y[i]);
    }
    spoil(target, y, n);
  }

  @Override
  protected void terms(float[] y, float[] target, float[] gradient, float factor, int n) {
    for (int i = 0; i < n; i++) {
      float difference = y[i] - target[i];
      gradient[i] = 2 * scale * factor * difference;
      target[i] = scale * difference * difference;
    }
    spoil(target, gradient, n);
  }

  private void spoil(float[] terms, float[] gradient, int n) {
    switch (fault) {
      case HALF_GRADIENT -> multiply(gradient, 0.5f, n);
      case LOGARITHM_OF_ZERO -> logarithms(terms, n);
      case SHARED_STATE -> {
        seen += terms[0];
        gradient[0] += 1e-3f * (seen % 1);
      }
      case ALLOCATES -> garbage = new float[n];
      default -> {}
    }
  }

  private static void multiply(float[] values, float factor, int n) {
    for (int i = 0; i < n; i++) {
      values[i] *= factor;
    }
  }

  private static void logarithms(float[] terms, int n) {
    for (int i = 0; i < n; i++) {
      terms[i] = (float) -Math.log(1 - Math.min(1, terms[i]));
    }
  }
}
