package io.venturi.spi;

import io.venturi.kernel.Initializer;

/** What a {@link LayerFactory} may ask about the network it builds a layer of. */
public interface LayerContext {

  /**
   * The kernel of an earlier layer.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  LayerKernel<?> kernel(String name);

  /** An initializer by its class's binary name. */
  Initializer initializer(String className);
}
