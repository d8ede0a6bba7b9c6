package com.example.extras;

import io.venturi.annotation.InitializerType;
import io.venturi.annotation.LayerKind;
import io.venturi.annotation.Range;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A layer of maxout units (Goodfellow et al., 2013), each the largest of several affine functions
 * of all that enters: {@code y_u = max_p (x · W_pu + b_pu)}. It needs no activation, since it
 * learns one: with two pieces a unit can be a ReLU or an absolute value. Takes images as flat rows.
 * The mirror of it is one of as many pieces.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@LayerKind(runtime = "com.example:venturi-extras", processor = "com.example:venturi-extras")
public @interface Maxout {

  /** The number of outputs; the last decoder layer may leave it out and is as wide as the input. */
  @Range(min = 1)
  int units() default 0;

  /** Affine functions of which each unit takes the largest. */
  @Range(min = 2, max = 64)
  int pieces();

  /** How weights start; {@code InitializerType.class} itself stands for Glorot uniform. */
  Class<? extends InitializerType> initializer() default InitializerType.class;
}
