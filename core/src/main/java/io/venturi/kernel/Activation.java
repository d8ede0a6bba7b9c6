package io.venturi.kernel;

import io.venturi.annotation.ActivationType;
import io.venturi.annotation.Codomain;

/**
 * An activation function: what a layer's rows become. Most are elementwise and implement {@link
 * ElementwiseActivation}; this interface is for those that need a whole row at a time, as softmax.
 *
 * <p>Implementations are stateless, thread-safe, have a public constructor without parameters and
 * carry {@link Codomain} where their values are bounded. All methods work on whole rows that lie
 * one after another in flat arrays, row {@code r} from index {@code r · width} on.
 */
public interface Activation extends ActivationType {

  /** Replaces the rows of {@code x} by {@code f} of them. */
  void apply(float[] x, int rows, int width);

  /**
   * Replaces the rows of {@code x} by {@code f(x + bias)}.
   *
   * @param bias what is added, value by value: as long as {@code x}
   */
  default void apply(float[] x, float[] bias, int rows, int width) {
    int n = rows * width;
    for (int i = 0; i < n; i++) {
      x[i] += bias[i];
    }
    apply(x, rows, width);
  }

  /**
   * Turns gradients with respect to {@code y = f(x)} into gradients with respect to {@code x}.
   *
   * @param gradient dL/dy, replaced by dL/dx
   * @param at where the derivative is taken: the outputs {@code y}, or the inputs {@code x} of an
   *     activation that {@link #differentiatesInput()}
   */
  void gradient(float[] gradient, float[] at, int rows, int width);

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
