package io.venturi.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds a numeric member of a plugin's annotation, or every element of an array member. The
 * processor checks the values that a spec writes, third-party annotations' too; NaN and infinities
 * are in no range. A default outside its own range stands for "not set".
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Range {

  /** The smallest value allowed. */
  double min() default Double.NEGATIVE_INFINITY;

  /** The largest value allowed. */
  double max() default Double.POSITIVE_INFINITY;

  /** Whether {@link #min()} itself is refused. */
  boolean minExclusive() default false;

  /** Whether {@link #max()} itself is refused. */
  boolean maxExclusive() default false;
}
