package io.venturi.layer;

import io.venturi.kernel.Activation;
import io.venturi.spi.Attributes;
import io.venturi.spi.LayerContext;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.LayerFactory;
import io.venturi.spi.LayerKernel;

/** Dropout of a layer table: attribute {@code training.rate}. */
public final class DropoutFactory implements LayerFactory {

  @Override
  public LayerKernel<?> create(
      LayerDescription layer, Activation activation, LayerContext context) {
    return new DropoutKernel(
        Attributes.width(layer), Attributes.number(layer, "training.rate", 0, Math.nextDown(1.0)));
  }
}
