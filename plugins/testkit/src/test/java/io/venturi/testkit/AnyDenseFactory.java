package io.venturi.testkit;

import io.venturi.kernel.Activation;
import io.venturi.spi.LayerContext;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.LayerFactory;
import io.venturi.spi.LayerKernel;

/** Makes layers of {@link AnyDense}. */
final class AnyDenseFactory implements LayerFactory {

  AnyDenseFactory() {}

  @Override
  public LayerKernel<?> create(
      LayerDescription layer, Activation activation, LayerContext context) {
    String fault = layer.attributes().getOrDefault("fault", "NONE");
    boolean twice = fault.equals("OTHER_FROM_FILE");
    return new AnyDenseKernel(layer.inputs(), layer.outputs(), fault, twice ? 2 : 1);
  }
}
