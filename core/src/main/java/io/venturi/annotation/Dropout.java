package io.venturi.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * In training sets each value to zero with probability {@code rate}, drawn anew for every row and
 * step, and divides the others by {@code 1 − rate}, so that the mean stays; in use lets everything
 * through (Srivastava et al., 2014). As wide as what enters. Keeps a network with more capacity
 * than data from learning rows by heart.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@LayerKind(runtime = "io.venturi:venturi-core", processor = "io.venturi:venturi-processor")
public @interface Dropout {

  /** The probability of a value to be dropped. */
  @Range(min = 0, max = 1, maxExclusive = true)
  double rate();
}
