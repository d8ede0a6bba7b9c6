package io.venturi.spi;

import io.venturi.kernel.Activation;

/**
 * Makes a layer's kernel from a line of a layer table, for networks whose spec is not at hand. It
 * gives the kernel that generated code constructs. {@link Attributes} reads the line's numbers.
 */
@FunctionalInterface
public interface LayerFactory {

  /**
   * The kernel of this layer.
   *
   * @param activation the layer's activation, or the identity for the last layer
   * @param context the rest of the network
   */
  LayerKernel<?> create(LayerDescription layer, Activation activation, LayerContext context);
}
