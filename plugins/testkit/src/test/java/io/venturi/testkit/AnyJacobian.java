package io.venturi.testkit;

import io.venturi.annotation.AutoencoderKind;
import io.venturi.annotation.Range;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The squared Frobenius norm of the encoder's Jacobian. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AutoencoderKind(runtime = "io.venturi:venturi-testkit", needsJacobian = true)
public @interface AnyJacobian {

  /** How it is computed, and what is wrong with it. */
  JacobianFault value() default JacobianFault.NORM;

  /** A factor. */
  @Range(min = 0, minExclusive = true)
  double weight() default 1;
}
