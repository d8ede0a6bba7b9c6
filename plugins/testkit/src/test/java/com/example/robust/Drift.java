package com.example.robust;

import io.venturi.annotation.NoiseKind;
import io.venturi.annotation.Range;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Shifts all values of a row by the same normal number, as a sensor that warms up. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@NoiseKind(runtime = "com.example:venturi-robust")
public @interface Drift {

  /** In the units of scaled data. */
  @Range(min = 0, minExclusive = true, max = 1e9)
  double standardDeviation() default 0.1;
}
