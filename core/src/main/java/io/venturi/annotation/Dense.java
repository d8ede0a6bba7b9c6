package io.venturi.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A fully connected layer: {@code y = activation(x · W + b)} with {@code x} of shape (rows,
 * inputs), {@code W} of shape (inputs, units) and {@code b} of shape (units).
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@LayerKind(runtime = "io.venturi:venturi-core", processor = "io.venturi:venturi-processor")
public @interface Dense {

  /**
   * The number of outputs. A layer sets this or {@link #share()}, not both; the last decoder layer
   * may set neither and is as wide as the network's input.
   */
  @Range(min = 1)
  int units() default 0;

  /**
   * The number of outputs as a share of the network's input width, rounded up: half of 7 is 4.
   * Above 1 is wider than the input. A product that is within one part in 10<sup>12</sup> of a
   * whole number is that number, so that {@code share = 5.0 / 6} of 6 is 5.
   */
  @Range(min = 0, minExclusive = true, maxExclusive = true)
  double share() default 0;

  /** The activation; {@code ActivationType.class} itself stands for none, a linear layer. */
  Class<? extends ActivationType> activation() default ActivationType.class;

  /**
   * How weights start; {@code InitializerType.class} itself stands for Glorot uniform. Biases start
   * at zero.
   */
  Class<? extends InitializerType> initializer() default InitializerType.class;
}
