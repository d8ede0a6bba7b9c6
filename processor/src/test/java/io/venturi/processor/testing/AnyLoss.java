package io.venturi.processor.testing;

import io.venturi.annotation.LossKind;
import io.venturi.annotation.Range;

/** A loss that takes all numbers. */
@LossKind(runtime = "com.example:any-loss")
public @interface AnyLoss {

  @Range(min = 0, minExclusive = true)
  double delta() default 1;

  @Range(max = 1)
  float[] weights() default {};

  @Range
  double centre() default 0;
}
