package io.venturi.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an annotation that stands within a type's annotation, as one of several ways in which the
 * type can work, and says what a spec must have where this way is chosen: beside what {@link
 * AutoencoderKind} says of the type.
 */
@Documented
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface TypeOption {

  /** The hooks that the type then must have to itself. */
  AutoencoderKind.Hook[] claims() default {};

  /** The interval in which codes must lie: the bottleneck's activation has its values there. */
  Codomain code() default @Codomain;
}
