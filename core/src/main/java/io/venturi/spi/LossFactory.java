package io.venturi.spi;

import java.lang.annotation.Annotation;

/**
 * Makes a loss of what a spec's annotation says.
 *
 * @param <A> the annotation, marked by {@code @LossKind}
 */
@FunctionalInterface
public interface LossFactory<A extends Annotation> {

  /**
   * The loss that {@code annotation} stands for.
   *
   * @param context the rest of the spec
   */
  Loss create(A annotation, SpecContext context);
}
