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

  /** The number of outputs. */
  @Range(min = 1)
  int units();

  /** The activation; {@code ActivationType.class} itself stands for none, a linear layer. */
  Class<? extends ActivationType> activation() default ActivationType.class;

  /**
   * How weights start; {@code InitializerType.class} itself stands for Glorot uniform. Biases start
   * at zero.
   */
  Class<? extends InitializerType> initializer() default InitializerType.class;
}
