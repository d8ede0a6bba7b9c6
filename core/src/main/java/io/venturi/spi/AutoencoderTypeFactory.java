package io.venturi.spi;

import java.lang.annotation.Annotation;

/**
 * Makes an autoencoder type of what a spec's annotation says.
 *
 * @param <A> the annotation, marked by {@code @AutoencoderKind}
 */
@FunctionalInterface
public interface AutoencoderTypeFactory<A extends Annotation> {

  /**
   * The type that {@code annotation} stands for.
   *
   * @param context the rest of the spec
   */
  AutoencoderType create(A annotation, SpecContext context);
}
