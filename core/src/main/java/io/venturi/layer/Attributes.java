package io.venturi.layer;

import io.venturi.spi.LayerDescription;

/** Numbers in a line of a layer table, which may come from a damaged or hostile file. */
final class Attributes {

  private Attributes() {}

  /**
   * A number within bounds, both included.
   *
   * @throws IllegalArgumentException that says what is wrong with it
   */
  static double number(LayerDescription layer, String name, double min, double max) {
    String text = layer.attributes().getOrDefault(name, "");
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(layer.name() + " has '" + text + "' for its " + name, e);
    }
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(
          layer.name()
              + " has "
              + text
              + " for its "
              + name
              + ", not in ["
              + min
              + ", "
              + max
              + "]");
    }
    return value;
  }

  /** A layer that is as wide as what enters. */
  static int width(LayerDescription layer) {
    if (layer.inputs() != layer.outputs()) {
      throw new IllegalArgumentException(
          layer.name() + " makes " + layer.outputs() + " values of " + layer.inputs());
    }
    return layer.inputs();
  }
}
