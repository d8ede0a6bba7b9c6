package io.venturi.processor.internal.ir;

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
   */
  record IsLoss(String runtime, Interval output) implements Kind {}

  /** Marked by {@code @NoiseKind}. */
  record IsNoise(String runtime) implements Kind {}

  /**
   * Marked by {@code @AutoencoderKind}.
   *
   * @param claims the hooks that this type must have to itself, by name
   * @param appliesNoise whether the spec's noise is for this type
   * @param needsJacobian whether it penalises the encoder's Jacobian
   */
  record IsType(String runtime, Set<String> claims, boolean appliesNoise, boolean needsJacobian)
      implements Kind {}
}
