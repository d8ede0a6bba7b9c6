package io.venturi.processor.internal.ir;

import io.venturi.processor.spi.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A network, ready to be written.
 *
 * @param extendsSpec whether the spec is an abstract class
 * @param isOvercomplete whether a code as wide as the input, or wider, is meant
 * @param memberTypes simple names that mean a nested type inside a class that implements the spec
 * @param layers from input to output: encoder, the bottleneck, decoder
 * @param hasJacobian whether every layer of the encoder offers its derivatives
 * @param usesDeprecated whether the written code names something deprecated
 */
public record NetworkModel(
    ClassRef spec,
    boolean extendsSpec,
    boolean isPublic,
    boolean isOvercomplete,
    Set<String> memberTypes,
    Shape input,
    List<Contribution> contributions,
    List<NetworkLayer> layers,
    ClassRef outputActivation,
    boolean hasJacobian,
    boolean usesDeprecated,
    Optional<ClassRef> generatedAnnotation) {

  public NetworkModel {
    memberTypes = Set.copyOf(memberTypes);
    contributions = List.copyOf(contributions);
    layers = List.copyOf(layers);
  }

  /** The layers that make the code, the bottleneck last. */
  public List<NetworkLayer> encoding() {
    return layers.stream().filter(layer -> layer.section() != Section.DECODER).toList();
  }

  /** The layers that make the reconstruction. */
  public List<NetworkLayer> decoding() {
    return layers.stream().filter(layer -> layer.section() == Section.DECODER).toList();
  }
}
