package io.venturi.spi;

import java.lang.annotation.Annotation;

/**
 * Makes a noise scheme of what a spec's annotation says.
 *
 * @param <A> the annotation, marked by {@code @NoiseKind}
 */
@FunctionalInterface
public interface NoiseFactory<A extends Annotation> {

  /**
   * The corruption that {@code annotation} stands for.
   *
   * @param network the spec's network
   */
  Corruption create(A annotation, NetworkDescription network);
}
