package io.venturi.layer;

import io.venturi.kernel.Activation;
import io.venturi.spi.Attributes;
import io.venturi.spi.LayerContext;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.LayerFactory;
import io.venturi.spi.LayerKernel;

/**
 * Batch normalisation of a layer table: attributes {@code training.group}, {@code
 * training.momentum}, {@code epsilon}.
 */
public final class BatchNormalizationFactory implements LayerFactory {

  @Override
  public LayerKernel<?> create(
      LayerDescription layer, Activation activation, LayerContext context) {
    return new BatchNormalizationKernel(
        Attributes.width(layer),
        Attributes.integer(layer, "training.group", 2, Integer.MAX_VALUE),
        Attributes.number(layer, "training.momentum", 0, Math.nextDown(1.0)),
        Attributes.number(layer, "epsilon", 1e-12, 1),
        activation);
  }
}
