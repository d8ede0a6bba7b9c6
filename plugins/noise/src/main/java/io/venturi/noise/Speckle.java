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
 * Multiplies each value by a number of its own, normally distributed around 1, then clips: {@code x
 * · (1 + standardDeviation · ε)}, as in radar and ultrasound images. What is 0 stays 0.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@NoiseKind(runtime = "io.venturi:venturi-noise")
public @interface Speckle {

  /** Of the factor: noise relative to the value. Above 0. */
  @Range(min = 0, minExclusive = true, max = 1e9)
  double standardDeviation();

  /** What is below it becomes it, below {@link #max}; nothing is clipped unless set. */
  @Range
  @Below("max")
  double min() default Double.NEGATIVE_INFINITY;

  /** What is above it becomes it; nothing is clipped unless set. */
  @Range
  double max() default Double.POSITIVE_INFINITY;
}
