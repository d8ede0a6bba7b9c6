package io.venturi.testkit;

import io.venturi.annotation.AutoencoderKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A type whose number has no range. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AutoencoderKind(runtime = "io.venturi:venturi-testkit")
public @interface Forgetful {

  /** Not used. */
  double weight() default 1;
}
