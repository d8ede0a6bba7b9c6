package io.venturi.convolutional;

import io.venturi.kernel.Activation;
import io.venturi.kernel.Initializer;
import io.venturi.spi.Attributes;
import io.venturi.spi.LayerContext;
import io.venturi.spi.LayerDescription;
import io.venturi.spi.LayerFactory;
import io.venturi.spi.LayerKernel;

/**
 * Convolutions of a layer table, of either direction: {@code computes} says which one a line is,
 * since the mirror of one is the other. Attributes {@code window} and {@code training.initializer},
 * or {@code tiedTo}.
 */
public final class ConvolutionFactory implements LayerFactory {

  @Override
  public LayerKernel<?> create(
      LayerDescription layer, Activation activation, LayerContext context) {
    String tiedTo = layer.attributes().get("tiedTo");
    if (tiedTo != null) {
      return tied(layer, context.kernel(tiedTo), activation);
    }
    Images images = Images.of(layer);
    String window = Attributes.text(layer, "window");
    Initializer initializer = context.initializer(Attributes.text(layer, "training.initializer"));
    return switch (Attributes.text(layer, "computes")) {
      case "convolution" ->
          new Conv2DKernel(
              images.height(),
              images.width(),
              images.channels(),
              images.outputHeight(),
              images.outputWidth(),
              images.outputChannels(),
              window,
              activation,
              initializer);
      case "transposed convolution" ->
          new Conv2DTransposeKernel(
              images.height(),
              images.width(),
              images.channels(),
              images.outputHeight(),
              images.outputWidth(),
              images.outputChannels(),
              window,
              activation,
              initializer);
      default -> throw Images.unknown(layer);
    };
  }

  private static LayerKernel<?> tied(
      LayerDescription layer, LayerKernel<?> original, Activation activation) {
    if (original instanceof Conv2DKernel convolution) {
      return new Conv2DTransposeKernel(convolution, activation);
    }
    if (original instanceof Conv2DTransposeKernel transposed) {
      return new Conv2DKernel(transposed, activation);
    }
    throw new IllegalArgumentException(
        layer.name() + " is tied to " + layer.attributes().get("tiedTo") + ", no convolution");
  }
}
