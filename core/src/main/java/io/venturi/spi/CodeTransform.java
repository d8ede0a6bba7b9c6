package io.venturi.spi;

import io.venturi.kernel.Tensor;

/** Turns the codes of a whole batch into what the decoder reads. Thread-safe by statelessness. */
public interface CodeTransform {

  /**
   * {@code latent = t(code)} on the first {@code rows} rows.
   *
   * @param seed differs from step to step, and from hook to hook
   */
  void forward(Tensor code, Tensor latent, int rows, long seed);

  /** From latent's gradient, writes code's; the seed is that of the forward pass. */
  void backward(Tensor code, Tensor latentGradient, Tensor codeGradient, int rows, long seed);
}
