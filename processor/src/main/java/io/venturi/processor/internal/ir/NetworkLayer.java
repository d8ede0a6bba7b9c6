package io.venturi.processor.internal.ir;

import io.venturi.processor.spi.ParameterCount;
import io.venturi.processor.spi.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A layer of a network.
 *
 * @param isMember whether the spec has a method for it; a mirrored layer has none
 * @param annotation the layer's annotation
 * @param activations the class of its field in the workspace
 * @param attributes of the run-time layer table, in the order of their names
 */
public record NetworkLayer(
    String name,
    Section section,
    boolean isMember,
    ClassRef annotation,
    Shape input,
    Shape output,
    ClassRef kernel,
    List<KernelArgument> arguments,
    ClassRef activations,
    Map<String, String> attributes,
    Optional<ParameterCount> parameters) {

  public NetworkLayer {
    arguments = List.copyOf(arguments);
  }
}
