package io.venturi.kernel;

/**
 * An activation that knows its second derivatives, which the gradient of a penalty on the encoder's
 * Jacobian needs. Most are elementwise and implement {@link ElementwiseTwiceDifferentiable}; one
 * that works on whole rows must have a derivative {@code ∂y_i/∂z_j} that is symmetric, as softmax
 * has, because {@link Activation#gradient} is asked for both directions.
 */
public interface TwiceDifferentiable extends Activation {

  /**
   * Turns tangents into the gradient of {@code Σ_ij r_i σ_j ∂y_i/∂z_j} with respect to z, row by
   * row: {@code r · σ · f''} of an elementwise activation.
   *
   * @param tangents σ, replaced by the gradient
   * @param cotangents r, not changed
   * @param at where the derivatives are taken: outputs, or inputs if {@link #differentiatesInput()}
   */
  void curvature(float[] tangents, float[] cotangents, float[] at, int rows, int width);
}
