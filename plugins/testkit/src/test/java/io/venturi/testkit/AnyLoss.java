package io.venturi.testkit;

import io.venturi.annotation.Codomain;
import io.venturi.annotation.LossKind;
import io.venturi.annotation.Range;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The squared difference, SUM over a row, with or without a fault. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LossKind(runtime = "io.venturi:venturi-testkit", target = @Codomain(min = 0, max = 1))
public @interface AnyLoss {

  /** What is wrong with it. */
  LossFault value() default LossFault.NONE;

  /** A factor. */
  @Range(min = 0, minExclusive = true, max = 10)
  double scale() default 1;
}
