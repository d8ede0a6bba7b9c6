package io.venturi.spi;

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
}
