package io.venturi.losses;

import io.venturi.annotation.LossKind;
import io.venturi.annotation.Range;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Huber's loss (1964) of the difference d = y − x: {@code d² / 2} up to {@code |d| = delta}, {@code
 * delta · (|d| − delta / 2)} beyond, a MEAN over the values of a row and over the rows of a batch.
 * Takes any data and any output. Near 0 as smooth as the squared error (of which it is half), far
 * off as calm as the absolute one.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LossKind(runtime = "io.venturi:venturi-losses")
public @interface Huber {

  /** Where squares end and straight lines begin, above 0, in the units of scaled data. */
  @Range(min = 0, minExclusive = true, max = 1e18)
  double delta() default 1;
}
