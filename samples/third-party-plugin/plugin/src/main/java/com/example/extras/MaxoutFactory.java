package com.example.extras;

import io.venturi.kernel.Activation;
import io.venturi.spi.Attributes;
import io.venturi.spi.LayerContext;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.LayerFactory;
import io.venturi.spi.LayerKernel;

/** Maxout layers of a layer table: attributes {@code pieces}, {@code training.initializer}. */
final class MaxoutFactory implements LayerFactory {

  MaxoutFactory() {}

  @Override
  public LayerKernel<?> create(
      LayerDescription layer, Activation activation, LayerContext context) {
    return new MaxoutKernel(
        layer.inputs(),
        layer.outputs(),
        Attributes.integer(layer, "pieces", 2, 64),
        activation,
        context.initializer(Attributes.text(layer, "training.initializer")));
  }
}
