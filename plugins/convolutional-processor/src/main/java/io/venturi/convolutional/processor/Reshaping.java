package io.venturi.convolutional.processor;

import io.venturi.processor.spi.LayerPlan;
import io.venturi.processor.spi.Shape;

/** Plans of layers that give the same values in another shape. */
final class Reshaping {

  private Reshaping() {}

  static LayerPlan to(Shape shape) {
    return LayerPlan.of(ImageLayerProcessor.PACKAGE + "ReshapeKernel", shape)
        .size(shape.flatten())
        .activation()
        .activations(ImageLayerProcessor.PACKAGE + "ShapeActivations")
        .build();
  }
}
