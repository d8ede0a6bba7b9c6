package io.venturi.kernel;

/**
 * An elementwise activation that knows its second derivative, which the gradient of a penalty on
 * the encoder's Jacobian needs. Where {@code f} has a kink, any one-sided value will do.
 */
public interface TwiceDifferentiable extends ElementwiseActivation {

  /**
   * Multiplies the first {@code n} values by {@code f''}, in one flat loop.
   *
   * @param values in and out
   * @param at where the derivative is taken: outputs, or inputs if {@link #differentiatesInput()}
   */
  void secondDerivative(float[] values, float[] at, int n);
}
