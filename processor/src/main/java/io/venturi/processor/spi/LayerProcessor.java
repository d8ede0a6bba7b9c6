package io.venturi.processor.spi;

import java.util.List;
import java.util.Optional;

/**
 * The compile-time half of a layer plugin: infers shapes and says which kernel generated code uses.
 * Registered in {@code META-INF/services/io.venturi.processor.spi.LayerProcessor}, in a jar on the
 * processor path, with a public constructor without parameters. Implementations keep no state: one
 * instance serves all specs, and the same request always has the same answer.
 *
 * <p>Values outside their {@code @Range} never reach these methods; everything else that can be
 * wrong with a layer is a {@link LayerRefusal}, never an exception. An exception is reported as a
 * fault of the plugin, with its name.
 */
public interface LayerProcessor {

  /** The binary name of the layer annotation that this processor answers for. */
  String annotation();

  /**
   * What is wrong with the annotation whatever enters the layer: found even behind a layer with
   * faults. A layer with such a problem is not planned.
   *
   * @param isLast whether this is the decoder's last layer
   */
  default List<LayerProblem> check(AnnotationValues annotation, boolean isLast) {
    return List.of();
  }

  /** Infers the layer's output shape and kernel. */
  LayerInference plan(LayerRequest request);

  /**
   * The shape that leaves, whatever enters: so that a fault in an earlier layer does not keep the
   * compiler from finding one in a later. A share of the network's input is a {@link Dim.OfInput}
   * here, always. Empty where the shape depends on what enters.
   */
  default Optional<Shape> output(AnnotationValues annotation) {
    return Optional.empty();
  }

  /** The binary name of the layer's activation. */
  default String activation(AnnotationValues annotation) {
    return "io.venturi.kernel.Linear";
  }

  /** The member that sets how wide the output is, where errors about the width are shown. */
  default Optional<String> widthMember(AnnotationValues annotation) {
    return Optional.empty();
  }

  /**
   * Whether the layer works on what the one before it makes and keeps its shape, as normalisation
   * and dropout do. Where a decoder mirrors the encoder, such layers are not undone in reverse but
   * come again, in their order, after the mirror layer that makes their shape.
   */
  default boolean keepsShape() {
    return false;
  }

  /**
   * Plans the layer that undoes this one, for a mirrored decoder; or, where it {@link
   * #keepsShape()}, the same once more.
   */
  default LayerInference mirror(MirrorRequest request) {
    return LayerRefusal.of(
        new LayerProblem(
            Optional.empty(),
            "has no mirror image",
            "Write the decoder out with @Decoder methods."));
  }
}
