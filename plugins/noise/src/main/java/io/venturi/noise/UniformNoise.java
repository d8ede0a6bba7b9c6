package io.venturi.noise;

import io.venturi.annotation.Below;
import io.venturi.annotation.NoiseKind;
import io.venturi.annotation.Range;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds to each value a number of its own, uniform on [−limit, limit), then clips. Its standard
 * deviation is limit / √3.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@NoiseKind(runtime = "io.venturi:venturi-noise")
public @interface UniformNoise {

  /** In the units of scaled data, above 0. */
  @Range(min = 0, minExclusive = true, max = 1e9)
  double limit();

  /** What is below it becomes it, below {@link #max}; nothing is clipped unless set. */
  @Range
  @Below("max")
  double min() default Double.NEGATIVE_INFINITY;

  /** What is above it becomes it; nothing is clipped unless set. */
  @Range
  double max() default Double.POSITIVE_INFINITY;
}
