package com.example.robust;

import io.venturi.annotation.LossKind;
import io.venturi.annotation.Range;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** {@code √((y − x)² + ε²)} (Charbonnier et al., 1994), a MEAN over the values of a row. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LossKind(runtime = "com.example:venturi-robust")
public @interface Charbonnier {

  /** Below this difference the loss is round, above it straight. */
  @Range(min = 0, minExclusive = true)
  double epsilon() default 0.1;
}
