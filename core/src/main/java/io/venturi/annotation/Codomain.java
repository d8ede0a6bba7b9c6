package io.venturi.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The interval in which an activation's values lie, on the activation's class, where the compiler
 * reads it; without one it is all numbers. As a member's value, an interval that a loss accepts.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Codomain {

  /** The lower end. */
  double min() default Double.NEGATIVE_INFINITY;

  /** The upper end. */
  double max() default Double.POSITIVE_INFINITY;

  /** Whether {@link #min()} itself is outside. */
  boolean minExclusive() default false;

  /** Whether {@link #max()} itself is outside. */
  boolean maxExclusive() default false;
}
