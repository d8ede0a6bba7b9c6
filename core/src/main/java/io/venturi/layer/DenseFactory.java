package io.venturi.layer;

import io.venturi.kernel.Activation;
import io.venturi.kernel.Initializer;
import io.venturi.spi.Attributes;
import io.venturi.spi.LayerContext;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.LayerFactory;
import io.venturi.spi.LayerKernel;

/** Dense layers of a layer table: attributes {@code training.initializer}, or {@code tiedTo}. */
public final class DenseFactory implements LayerFactory {

  @Override
  public LayerKernel<?> create(
      LayerDescription layer, Activation activation, LayerContext context) {
    String original = layer.attributes().get("tiedTo");
    if (original != null) {
      if (context.kernel(original) instanceof DenseKernel dense) {
        return new TiedDenseKernel(dense, activation);
      }
      throw new IllegalArgumentException(
          layer.name() + " is tied to " + original + ", which is no dense layer");
    }
    Initializer initializer = context.initializer(Attributes.text(layer, "training.initializer"));
    return new DenseKernel(layer.inputs(), layer.outputs(), activation, initializer);
  }
}
