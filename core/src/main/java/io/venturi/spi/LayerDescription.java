package io.venturi.spi;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One line of a network's layer table.
 *
 * @param section where it stands
 * @param name the name of the spec's method, or, for a mirrored layer, {@code <name>Mirrored}
 * @param kind the binary name of the layer's annotation
 * @param inputShape the shape of one row that enters: {@code [features]}, or {@code [height, width,
 *     channels]}
 * @param outputShape the shape of one row that leaves
 * @param attributes what else its factory needs to build the same kernel, in order of the names.
 *     What begins with {@link #TRAINING} matters to training alone: layers that differ in nothing
 *     else take each other's parameters
 */
public record LayerDescription(
    Section section,
    String name,
    String kind,
    List<Integer> inputShape,
    List<Integer> outputShape,
    Map<String, String> attributes) {

  /** How the names of attributes begin that matter to training alone, such as dropout's rate. */
  public static final String TRAINING = "training.";

  public LayerDescription {
    inputShape = List.copyOf(inputShape);
    outputShape = List.copyOf(outputShape);
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  /** A layer between rows that have no shape but their width. */
  public LayerDescription(
      Section section,
      String name,
      String kind,
      int inputs,
      int outputs,
      Map<String, String> attributes) {
    this(section, name, kind, List.of(inputs), List.of(outputs), attributes);
  }

  /** Values of one row that enter. */
  public int inputs() {
    return size(inputShape);
  }

  /** Values of one row that leave. */
  public int outputs() {
    return size(outputShape);
  }

  /**
   * Values of a row of this shape.
   *
   * @throws ArithmeticException if they are no {@code int}
   */
  static int size(List<Integer> shape) {
    int size = 1;
    for (int each : shape) {
      size = Math.multiplyExact(size, each);
    }
    return size;
  }
}
