package com.example.extras;

import io.venturi.annotation.LossKind;
import io.venturi.annotation.Range;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tukey's biweight (Beaton and Tukey, 1974) of the difference d = y − x,
 *
 * <pre>{@code c² / 6 · (1 − (1 − (d / c)²)³)   up to |d| = c,   c² / 6   beyond,}</pre>
 *
 * a MEAN over the values of a row. Near 0 it is half the squared error; what is further off than c,
 * such as a dead pixel, has no say in the gradient at all. Takes any data and any output.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LossKind(runtime = "com.example:venturi-extras")
public @interface TukeyBiweight {

  /** c, the difference from which a value is an outlier, in the units of scaled data. */
  @Range(min = 1e-6, max = 1e18)
  double threshold();
}
