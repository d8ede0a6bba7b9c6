package io.venturi.noise;

import io.venturi.annotation.NoiseKind;
import io.venturi.annotation.Range;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets each value to 0 with this probability and multiplies the others by 1 / (1 − rate), so that
 * the expected value stays as it was: dropout of the input (Srivastava et al., 2014).
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@NoiseKind(runtime = "io.venturi:venturi-noise")
public @interface DropoutNoise {

  /** The probability to be dropped, in [0, 1). */
  @Range(min = 0, max = 1, maxExclusive = true)
  double rate();
}
