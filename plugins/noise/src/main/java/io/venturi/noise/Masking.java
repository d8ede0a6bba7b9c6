package io.venturi.noise;

import io.venturi.annotation.NoiseKind;
import io.venturi.annotation.Range;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets each value, with this probability, to {@link #value}, 0 unless set: the masking noise of
 * Vincent et al. (2008, 2010). Those that stay keep their size; {@link DropoutNoise} scales them
 * up.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@NoiseKind(runtime = "io.venturi:venturi-noise")
public @interface Masking {

  /** The probability to be masked, in [0, 1). */
  @Range(min = 0, max = 1, maxExclusive = true)
  double fraction();

  /** What masked values become, in the units of scaled data. */
  @Range(min = -1e30, max = 1e30)
  double value() default 0;
}
