package io.venturi.spi;

import io.venturi.kernel.Tensor;

/**
 * Turns the codes of a whole batch into what the decoder reads. Stateless and thread-safe.
 *
 * <p>What the encoder gives may have more numbers than what the decoder reads, where the type's
 * {@code @AutoencoderKind} says so: a mean and a variance for each, say.
 */
public interface CodeTransform {

  /**
   * {@code latent = t(code)} on the first {@code rows} rows, in training and in validation.
   *
   * @param code what the encoder gave, shape (capacity, codes)
   * @param latent what the decoder reads, shape (capacity, latents)
   */
  void forward(Tensor code, Tensor latent, int rows, BatchContext step);

  /**
   * From latent's gradient, writes all of code's, on the first {@code rows} rows; the context is
   * that of the forward pass.
   */
  void backward(
      Tensor code, Tensor latentGradient, Tensor codeGradient, int rows, BatchContext step);

  /**
   * Whether a row's latent is drawn from a Gaussian distribution whose parameters are what the
   * encoder gives: first the means of all latents, and then, in the same order, the logarithms of
   * their variances. Applications ask by {@code Model.hasGaussianPosterior}: two numbers a latent
   * may be something else.
   */
  default boolean hasGaussianPosterior() {
    return false;
  }

  /**
   * What {@link #forward} is of a model in use: its latents are what {@code Model.encode} gives and
   * {@code Model.decode} takes. Every row by itself, and nothing is drawn. Called from many threads
   * at once.
   *
   * @param scratch the calling thread's for as long as the call lasts
   */
  void inUse(Tensor code, Tensor latent, int rows, Scratch scratch);
}
