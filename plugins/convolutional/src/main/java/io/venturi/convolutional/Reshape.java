package io.venturi.convolutional;

import io.venturi.annotation.ActivationType;
import io.venturi.annotation.LayerKind;
import io.venturi.annotation.Range;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives the same values in another shape, such as a row of 1568 as an image of 7×7×32, channels
 * running fastest. The mirror of it goes back.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@LayerKind(
    runtime = "io.venturi:venturi-convolutional",
    processor = "io.venturi:venturi-convolutional-processor")
public @interface Reshape {

  /**
   * The shape: {@code {height, width, channels}}, or {@code {features}}; its product is what
   * enters.
   */
  @Range(min = 1)
  int[] shape();

  /** The activation; {@code ActivationType.class} itself stands for none. */
  Class<? extends ActivationType> activation() default ActivationType.class;
}
