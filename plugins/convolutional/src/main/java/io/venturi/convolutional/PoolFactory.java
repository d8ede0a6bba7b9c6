package io.venturi.convolutional;

import io.venturi.kernel.Activation;
import io.venturi.spi.Attributes;
import io.venturi.spi.LayerContext;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.LayerFactory;
import io.venturi.spi.LayerKernel;

/**
 * Pooling and upsampling of a layer table: {@code computes} says which one a line is, since the
 * mirror of one is the other. Attributes {@code window}, or {@code down} and {@code right}.
 */
public final class PoolFactory implements LayerFactory {

  private static final int LARGEST = 1 << 24;

  @Override
  public LayerKernel<?> create(
      LayerDescription layer, Activation activation, LayerContext context) {
    Images images = Images.ofOneDepth(layer);
    return switch (Attributes.text(layer, "computes")) {
      case "max pooling" ->
          new MaxPool2DKernel(
              images.height(),
              images.width(),
              images.channels(),
              images.outputHeight(),
              images.outputWidth(),
              Attributes.text(layer, "window"),
              activation);
      case "average pooling" ->
          new AveragePool2DKernel(
              images.height(),
              images.width(),
              images.channels(),
              images.outputHeight(),
              images.outputWidth(),
              Attributes.text(layer, "window"),
              activation);
      case "upsampling" ->
          new UpSampling2DKernel(
              images.height(),
              images.width(),
              images.channels(),
              images.outputHeight(),
              images.outputWidth(),
              Attributes.integer(layer, "down", 1, LARGEST),
              Attributes.integer(layer, "right", 1, LARGEST),
              activation);
      default -> throw Images.unknown(layer);
    };
  }
}
