package io.venturi.noise;

import io.venturi.annotation.NoiseKind;
import io.venturi.annotation.Range;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets each value, with this probability, to {@link #low} or {@link #high}, by the toss of a coin:
 * dead and saturated pixels (Vincent et al., 2010).
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@NoiseKind(runtime = "io.venturi:venturi-noise")
public @interface SaltAndPepper {

  /** The probability to be set to one of the two, in [0, 1). */
  @Range(min = 0, max = 1, maxExclusive = true)
  double fraction();

  /** Pepper, in the units of scaled data. */
  @Range(min = -1e30, max = 1e30)
  double low() default 0;

  /** Salt, in the units of scaled data. */
  @Range(min = -1e30, max = 1e30)
  double high() default 1;
}
