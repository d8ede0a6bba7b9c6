package io.venturi.spi;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One line of a network's layer table.
 *
 * @param section where it stands
 * @param name the name of the spec's method, or, for a mirrored layer, {@code <name>Mirrored}
 * @param kind the binary name of the layer's annotation
 * @param inputs values of one row that enter
 * @param outputs values of one row that leave
 * @param attributes what else its factory needs to build the same kernel, in order of the names.
 *     What begins with {@link #TRAINING} matters to training alone: layers that differ in nothing
 *     else take each other's parameters
 */
public record LayerDescription(
    Section section,
    String name,
    String kind,
    int inputs,
    int outputs,
    Map<String, String> attributes) {

  /** How the names of attributes begin that matter to training alone, such as dropout's rate. */
  public static final String TRAINING = "training.";

  public LayerDescription {
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }
}
