package io.venturi.kernel;

/**
 * An elementwise activation that knows its second derivative. Where {@code f} has a kink, any
 * one-sided value will do.
 */
public interface ElementwiseTwiceDifferentiable extends ElementwiseActivation, TwiceDifferentiable {

  /**
   * Multiplies the first {@code n} values by {@code f''}, in one flat loop.
   *
   * @param values in and out
   * @param at where the derivative is taken: outputs, or inputs if {@link #differentiatesInput()}
   */
  void secondDerivative(float[] values, float[] at, int n);

  @Override
  default void curvature(float[] tangents, float[] cotangents, float[] at, int rows, int width) {
    int n = rows * width;
    for (int i = 0; i < n; i++) {
      tangents[i] *= cotangents[i];
    }
    secondDerivative(tangents, at, n);
  }
}
