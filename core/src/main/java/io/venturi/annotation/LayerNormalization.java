package io.venturi.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Normalises every row to mean 0 and variance 1 over its features, then scales and shifts each
 * feature by learned amounts (Ba, Kiros and Hinton, 2016): {@code y = activation(scale · (x − mean)
 * / √(variance + epsilon) + shift)}. The same in training and in use. As wide as what enters.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@LayerKind(runtime = "io.venturi:venturi-core", processor = "io.venturi:venturi-processor")
public @interface LayerNormalization {

  /** What is added to variances. */
  @Range(min = 1e-12, max = 1)
  double epsilon() default 1e-5;

  /** The activation; {@code ActivationType.class} itself stands for none. */
  Class<? extends ActivationType> activation() default ActivationType.class;
}
