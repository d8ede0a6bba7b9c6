package io.venturi.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds how many elements an array member of a plugin's annotation has. With one at most, an array
 * of {@link TypeOption}s is an option that may be left out.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Count {

  /** The most elements allowed. */
  @Range(min = 1)
  int max();
}
