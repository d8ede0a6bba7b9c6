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
 * Repeats every pixel {@link #size()} times along both sides (nearest neighbour). Takes images,
 * gives as many channels; the mirror of it is {@link AveragePool2D}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@LayerKind(
    runtime = "io.venturi:venturi-convolutional",
    processor = "io.venturi:venturi-convolutional-processor")
public @interface UpSampling2D {

  /** How often, one number or {@code {height, width}}. */
  @Range(min = 1)
  int[] size() default 2;

  /** The activation; {@code ActivationType.class} itself stands for none. */
  Class<? extends ActivationType> activation() default ActivationType.class;
}
