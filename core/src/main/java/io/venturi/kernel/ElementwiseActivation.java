package io.venturi.kernel;

/**
 * An activation that treats every value by itself, {@code y = f(x)}. Its loops run over flat
 * arrays, separate ones with the same index on each, so that HotSpot's C2 compiler vectorises them.
 */
public interface ElementwiseActivation extends Activation {

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
   * @param at where the derivative is taken: outputs, or inputs if {@link #differentiatesInput()}
   */
  void gradient(float[] gradient, float[] at, int n);

  @Override
  default void apply(float[] x, int rows, int width) {
    apply(x, rows * width);
  }

  @Override
  default void apply(float[] x, float[] bias, int rows, int width) {
    apply(x, bias, rows * width);
  }

  @Override
  default void gradient(float[] gradient, float[] at, int rows, int width) {
    gradient(gradient, at, rows * width);
  }
}
