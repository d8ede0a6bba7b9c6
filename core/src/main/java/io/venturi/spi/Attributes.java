package io.venturi.spi;

/**
 * Reads the attributes of a line of a layer table for a {@link LayerFactory}. The line may come
 * from a damaged or hostile file, so nothing of it is taken on trust: all methods throw {@link
 * IllegalArgumentException}, which names layer, attribute and text and becomes a {@link
 * io.venturi.error.ModelFileException} where the table is a file's.
 */
public final class Attributes {

  private Attributes() {}

  /**
   * A number, as {@link Double#parseDouble} reads it.
   *
   * @param name the attribute's
   * @param min the smallest that is taken
   * @param max the largest that is taken
   * @throws IllegalArgumentException if there is none, or it is NaN or not in {@code [min, max]}
   */
  public static double number(LayerDescription layer, String name, double min, double max) {
    String text = layer.attributes().getOrDefault(name, "");
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw noNumber(layer, name, text, e);
    }
    if (!(value >= min && value <= max)) {
      throw outside(layer, name, text, min + ", " + max);
    }
    return value;
  }

  /**
   * A whole number in decimal digits.
   *
   * @param name the attribute's
   * @param min the smallest that is taken
   * @param max the largest that is taken
   * @throws IllegalArgumentException if there is none, or it is no whole number, or not in {@code
   *     [min, max]}
   */
  public static int integer(LayerDescription layer, String name, int min, int max) {
    String text = layer.attributes().getOrDefault(name, "");
    int value;
    try {
      value = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw noNumber(layer, name, text, e);
    }
    if (value < min || value > max) {
      throw outside(layer, name, text, min + ", " + max);
    }
    return value;
  }

  /**
   * A text, such as a class name for {@link LayerContext#initializer}.
   *
   * @param name the attribute's
   * @throws IllegalArgumentException if there is none
   */
  public static String text(LayerDescription layer, String name) {
    String text = layer.attributes().get(name);
    if (text == null) {
      throw new IllegalArgumentException(layer.name() + " names no " + name);
    }
    return text;
  }

  /**
   * The width of a layer that gives as many values as it takes.
   *
   * @throws IllegalArgumentException if it gives more or fewer
   */
  public static int width(LayerDescription layer) {
    if (layer.inputs() != layer.outputs()) {
      throw new IllegalArgumentException(
          layer.name() + " makes " + layer.outputs() + " values of " + layer.inputs());
    }
    return layer.inputs();
  }

  private static IllegalArgumentException noNumber(
      LayerDescription layer, String name, String text, NumberFormatException cause) {
    return new IllegalArgumentException(
        layer.name() + " has '" + text + "' for its " + name, cause);
  }

  private static IllegalArgumentException outside(
      LayerDescription layer, String name, String text, String interval) {
    return new IllegalArgumentException(
        layer.name() + " has " + text + " for its " + name + ", not in [" + interval + "]");
  }
}
