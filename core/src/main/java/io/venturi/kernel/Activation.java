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
   * them gradients with respect to {@code x}.
   *
   * @param gradient dL/dy, replaced by dL/dx
   * @param at where the derivative is taken: the outputs {@code y}, or the inputs {@code x} of an
   *     activation that {@link #differentiatesInput()}
   */
  void gradient(float[] gradient, float[] at, int n);

  /**
   * Whether the derivative is expressed in the input. Most activations' is expressed in the output,
   * which is kept anyway; where that is not possible, kernels keep the input too.
   */
  default boolean differentiatesInput() {
    return false;
  }

  /** Whether this is the identity, so that kernels can leave its passes out. */
  default boolean isIdentity() {
    return false;
  }
}
