package io.venturi.convolutional;

import io.venturi.kernel.Activation;
import io.venturi.spi.Attributes;
import io.venturi.spi.LayerContext;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.LayerFactory;
import io.venturi.spi.LayerKernel;

/** Reshaping and flattening of a layer table. */
public final class ReshapeFactory implements LayerFactory {

  @Override
  public LayerKernel<?> create(
      LayerDescription layer, Activation activation, LayerContext context) {
    return new ReshapeKernel(Attributes.width(layer), activation);
  }
}
