package io.venturi.processor.internal.ir;

import java.util.List;
import java.util.Set;

/**
 * What an annotation means to the compiler: its own sections, or a plugin's, by meta-annotation.
 */
public sealed interface Kind {

  /** One of {@code @Encoder}, {@code @Bottleneck}, {@code @Decoder}. */
  record InSection(Section section) implements Kind {}

  /**
   * Marked by {@code @LayerKind}.
   *
   * @param processor the artifact with the processor half
   */
  record IsLayer(String runtime, String processor) implements Kind {}

  /**
   * Marked by {@code @LossKind}.
   *
   * @param output where the last layer's values must lie
   * @param outputActivations of which the last layer must end in one; empty if any will do
   * @param needsImage whether rows must be images
   * @param isLikelihood whether it is a negative log-likelihood, summed over a row
   * @param needsElementwiseOutput whether the last layer's activation must work value by value
   */
  record IsLoss(
      String runtime,
      Interval output,
      List<ClassRef> outputActivations,
      boolean needsImage,
      boolean isLikelihood,
      boolean needsElementwiseOutput)
      implements Kind {

    public IsLoss {
      outputActivations = List.copyOf(outputActivations);
    }
  }

  /** Marked by {@code @NoiseKind}. */
  record IsNoise(String runtime) implements Kind {}

  /**
   * Marked by {@code @AutoencoderKind}.
   *
   * @param appliesNoise whether the spec's noise is for this type
   * @param needsJacobian whether it penalises the encoder's Jacobian
   * @param numbersPerUnit how many numbers the encoder gives for each unit of the bottleneck
   * @param linearCode whether the bottleneck must have no activation
   * @param needsLikelihood whether the loss must be a likelihood
   * @param needsOwnDecoder whether the decoder must not be tied
   * @param neededOptions the members of which at least one must be set; empty if none must
   */
  record IsType(
      String runtime,
      Needs needs,
      boolean appliesNoise,
      boolean needsJacobian,
      int numbersPerUnit,
      boolean linearCode,
      boolean needsLikelihood,
      boolean needsOwnDecoder,
      List<String> neededOptions)
      implements Kind {

    public IsType {
      neededOptions = List.copyOf(neededOptions);
    }
  }

  /** Marked by {@code @TypeOption}: stands within a type's annotation. */
  record IsOption(Needs needs) implements Kind {}

  /**
   * What a type, or one of its ways to work, must have.
   *
   * @param claims the hooks that are its alone, by name
   * @param code where codes must lie
   */
  record Needs(Set<String> claims, Interval code) {

    public Needs {
      claims = Set.copyOf(claims);
    }
  }
}
