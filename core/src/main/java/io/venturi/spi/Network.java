package io.venturi.spi;

import io.venturi.error.SpecException;
import io.venturi.kernel.Activation;

/**
 * A network: topology and views of its parameters, and nothing that a pass writes, which is in the
 * workspace. One network serves many threads, each with a workspace of its own.
 *
 * @param <W> its workspace
 */
public interface Network<W extends NetworkWorkspace> {

  /** What this network is, as data. */
  NetworkDescription description();

  /** Its parameters, as one flat vector. */
  Parameters parameters();

  /** The activation of the last layer, which {@link #decode} leaves to the loss or the caller. */
  Activation outputActivation();

  /** Makes a workspace on the memory given. */
  W workspace(WorkspaceMemory memory);

  /** {@code input} → {@code code}. */
  void encode(W w);

  /** {@code latent} → {@code output}: the last layer's PRE-activation. */
  void decode(W w);

  /**
   * The output's gradient → the decoder's parameter gradients and {@code latent}'s gradient. Needs
   * {@link #decode} on the same workspace before.
   */
  void decodeGradient(W w);

  /**
   * The code's gradient → the encoder's parameter gradients. Needs {@link #encode} on the same
   * workspace before, and, where weights are tied, {@link #decodeGradient}, whose gradients it adds
   * to.
   */
  void encodeGradient(W w);

  /**
   * The code's cotangent v → the input's, {@code Jᵀv}, with the encoder's Jacobian {@code J =
   * ∂code/∂input} at each row. Needs {@link #encode} on the same workspace before, one made with
   * directions.
   *
   * @throws SpecException that names a layer of the encoder which cannot do that; then nothing is
   *     changed
   */
  default void pullback(W w) {
    throw MissingJacobian.of(this);
  }

  /**
   * The input's tangent, a penalty's derivative with respect to {@code Jᵀv}, → the encoder's
   * parameter gradients, to which it adds; the rest comes with {@link #encodeGradient}. Needs
   * {@link #pullback} before, once for each.
   *
   * @throws SpecException that names a layer of the encoder which cannot do that; then nothing is
   *     changed
   */
  default void pushforward(W w) {
    throw MissingJacobian.of(this);
  }
}
