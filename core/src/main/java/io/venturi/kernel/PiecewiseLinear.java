package io.venturi.kernel;

import java.util.Arrays;

/**
 * An activation whose second derivative is 0 wherever there is one, so that kernels can leave the
 * passes out that multiply by it.
 */
public interface PiecewiseLinear extends ElementwiseTwiceDifferentiable {

  @Override
  default void secondDerivative(float[] values, float[] at, int n) {
    Arrays.fill(values, 0, n, 0f);
  }
}
