package io.venturi.convolutional;

import io.venturi.annotation.Layer;
import java.util.Map;

/** A layer that learns nothing. */
record ShapeLayer(String name, int inputs, int outputs, String description) implements Layer {

  @Override
  public Map<String, Block> blocks() {
    return Map.of();
  }

  /** Such as {@code half: max pooling, 2x2 stride 2x2 dilation 1x1 pad 0x0}. */
  @Override
  public String toString() {
    return name + ": " + description;
  }
}
