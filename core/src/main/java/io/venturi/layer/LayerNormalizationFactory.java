package io.venturi.layer;

import io.venturi.kernel.Activation;
import io.venturi.spi.Attributes;
import io.venturi.spi.LayerContext;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.LayerFactory;
import io.venturi.spi.LayerKernel;

/** Layer normalisation of a layer table: attribute {@code epsilon}. */
public final class LayerNormalizationFactory implements LayerFactory {

  @Override
  public LayerKernel<?> create(
      LayerDescription layer, Activation activation, LayerContext context) {
    return new LayerNormalizationKernel(
        Attributes.width(layer), Attributes.number(layer, "epsilon", 1e-12, 1), activation);
  }
}
