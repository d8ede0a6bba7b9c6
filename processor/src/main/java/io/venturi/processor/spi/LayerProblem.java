package io.venturi.processor.spi;

import java.util.Optional;

/**
 * Why a layer cannot be built. The compiler puts the layer's annotation and name in front.
 *
 * @param member the annotation's member whose value is at fault; empty for the whole annotation
 * @param fact what is wrong, in words that follow the layer's name: {@code "has stride 3, which
 *     does not divide its 10 inputs"}
 * @param fix what to do, a sentence: {@code "Use 2 or 5."}
 */
public record LayerProblem(Optional<String> member, String fact, String fix) {

  /** A problem of one member's value. */
  public static LayerProblem of(String member, String fact, String fix) {
    return new LayerProblem(Optional.of(member), fact, fix);
  }
}
