package io.venturi.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an annotation as a kind of layer. A layer plugin has two halves: at run time a {@code
 * LayerFactory} contributed by a {@code VenturiPlugin}, and at compile time a {@code
 * LayerProcessor}, found by ServiceLoader on the processor path, that infers shapes.
 */
@Documented
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LayerKind {

  /** {@code groupId:artifactId} of the run-time half, named in errors when it is missing. */
  String runtime();

  /** {@code groupId:artifactId} of the processor half, named in errors when it is missing. */
  String processor();
}
