package io.venturi.kernel;

import io.venturi.annotation.ActivationType;
import io.venturi.annotation.Codomain;

/**
 * An elementwise activation function {@code y = f(x)}.
 *
 * <p>Implementations are stateless, thread-safe, have a public constructor without parameters and
 * carry {@link Codomain} where their values are bounded. All methods work on flat tiles: separate
 * arrays, the same index on each, so that HotSpot's C2 compiler vectorises the loops.
 */
public interface Activation extends ActivationType {

  /** Replaces the first {@code n} values of {@code x} by {@code f(x)}. */
  void apply(float[] x, int n);

  /**
   * Replaces the first {@code n} values of {@code x} by {@code f(x + bias)}. Overridden where one
   * fused pass is faster than two.
   */
  default void apply(float[] x, float[] bias, int n) {
    for (int i = 0; i < n; i++) {
      x[i] += bias[i];
    }
    apply(x, n);
  }

  /**
   * Multiplies the first {@code n} gradients with respect to {@code y} by {@code f'}, which makes
   * them gradients with respect to {@code x}. The derivative is expressed in the output.
   *
   * @param gradient dL/dy, replaced by dL/dx
   * @param y the outputs
   */
  void gradient(float[] gradient, float[] y, int n);

  /** Whether this is the identity, so that kernels can leave its passes out. */
  default boolean isIdentity() {
    return false;
  }
}
