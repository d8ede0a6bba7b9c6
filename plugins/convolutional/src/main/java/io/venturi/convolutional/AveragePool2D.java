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
 * The mean of every window, channel by channel, over those of its pixels that lie in the image.
 * Takes images, gives as many channels; the mirror of it repeats pixels: {@link UpSampling2D}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@LayerKind(
    runtime = "io.venturi:venturi-convolutional",
    processor = "io.venturi:venturi-convolutional-processor")
public @interface AveragePool2D {

  /** The window's size, one number or {@code {height, width}}. */
  @Range(min = 1)
  int[] size() default 2;

  /** How far apart windows are, one number or {@code {height, width}}; not set, {@link #size()}. */
  @Range(min = 1)
  int[] stride() default {};

  /** How far windows reach over the edges. */
  Padding padding() default Padding.VALID;

  /**
   * The same in pixels, instead of {@link #padding()}: one number for all sides, or {@code {height,
   * width}}, or {@code {top, bottom, left, right}}. Each is less than the window's span.
   */
  @Range(min = 0)
  int[] pad() default {};

  /** The activation, of what is pooled; {@code ActivationType.class} itself stands for none. */
  Class<? extends ActivationType> activation() default ActivationType.class;
}
