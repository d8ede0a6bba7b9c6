package io.venturi.testkit;

import io.venturi.annotation.AutoencoderKind;
import io.venturi.annotation.TypeOption;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A type with an option whose number has no range. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AutoencoderKind(runtime = "io.venturi:venturi-testkit")
public @interface ForgetfulWithin {

  /** Not used. */
  Slow[] slow() default {};

  /** A way of it. */
  @TypeOption
  @interface Slow {

    /** Not used. */
    double rate() default 1;
  }
}
