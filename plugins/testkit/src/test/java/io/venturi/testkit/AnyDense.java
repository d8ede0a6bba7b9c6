package io.venturi.testkit;

import io.venturi.annotation.LayerKind;
import io.venturi.annotation.Range;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** {@code y = x · W}, with or without a fault. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@LayerKind(runtime = "io.venturi:venturi-testkit", processor = "io.venturi:venturi-testkit")
public @interface AnyDense {

  /** The number of outputs. */
  @Range(min = 1)
  int units();

  /** What is wrong with it. */
  LayerFault fault() default LayerFault.NONE;
}
