package io.venturi.testkit;

import io.venturi.annotation.AutoencoderKind;
import io.venturi.annotation.Range;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A type with one hook, with or without a fault. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AutoencoderKind(runtime = "io.venturi:venturi-testkit")
public @interface AnyType {

  /** The hook and what is wrong with it. */
  TypeFault value();

  /** A factor. */
  @Range(min = 0)
  double weight() default 1;
}
