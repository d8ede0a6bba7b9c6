package io.venturi.convolutional;

import io.venturi.spi.LayerDescription;
import java.util.List;

/** The images that enter and leave a line of a layer table. */
record Images(
    int height, int width, int channels, int outputHeight, int outputWidth, int outputChannels) {

  /**
   * Those of this line.
   *
   * @throws IllegalArgumentException if it has other shapes
   */
  static Images of(LayerDescription layer) {
    List<Integer> in = layer.inputShape();
    List<Integer> out = layer.outputShape();
    if (in.size() != 3 || out.size() != 3) {
      throw new IllegalArgumentException(
          layer.name() + " makes " + out + " of " + in + ", which are no images");
    }
    return new Images(in.get(0), in.get(1), in.get(2), out.get(0), out.get(1), out.get(2));
  }

  /** Those of a line of a layer that works channel by channel. */
  static Images ofOneDepth(LayerDescription layer) {
    Images images = of(layer);
    if (images.channels != images.outputChannels) {
      throw new IllegalArgumentException(
          "%s makes %d channels of %d"
              .formatted(layer.name(), images.outputChannels, images.channels));
    }
    return images;
  }

  /** A line that computes what this version does not know. */
  static IllegalArgumentException unknown(LayerDescription layer) {
    return new IllegalArgumentException(
        layer.name() + " computes '" + layer.attributes().get("computes") + "'");
  }
}
