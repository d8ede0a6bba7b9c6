package io.venturi.spi;

/**
 * What the annotation processor writes for a spec.
 *
 * @param <S> the spec
 * @param <W> the workspace
 */
public interface GeneratedNetwork<S, W extends NetworkWorkspace> extends Network<W> {

  /** The spec, implemented: its methods give the layers of this network. */
  S layers();
}
