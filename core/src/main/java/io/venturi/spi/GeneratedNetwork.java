package io.venturi.spi;

/**
 * What the annotation processor writes for a spec. Beside the interface's methods it has a
 * constructor without parameters and a nested class {@code Description}, a {@code
 * Supplier<NetworkDescription>} with such a constructor too, which loads without the classes of any
 * layer's kernel, so that a plugin that is missing can be named. Where the spec leaves its width to
 * the data, the network's constructor takes the input's width and {@code Description} is an {@code
 * IntFunction<NetworkDescription>} of it.
 *
 * @param <S> the spec
 * @param <W> the workspace
 */
public interface GeneratedNetwork<S, W extends NetworkWorkspace> extends Network<W> {

  /** The spec, implemented: its methods give the layers of this network. */
  S layers();
}
