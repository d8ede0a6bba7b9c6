package io.venturi.convolutional;

import io.venturi.annotation.ActivationType;
import io.venturi.annotation.InitializerType;
import io.venturi.annotation.LayerKind;
import io.venturi.annotation.Range;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A convolution over images (as deep learning has it, a cross-correlation): every output pixel is
 * {@code activation(Σ window · W + b)}, with {@code W} of shape (kernel height, kernel width,
 * channels, filters) and {@code b} of shape (filters). Pixels beyond the edges count as zero. Takes
 * images of shape (height, width, channels), gives (height, width, filters).
 *
 * <p>With {@code span = (kernel − 1) · dilation + 1}, n pixels along a side become {@code ⌊(n +
 * pads − span) / stride⌋ + 1}. The mirror of it is a transposed convolution with the same window
 * that makes exactly the size that entered.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@LayerKind(
    runtime = "io.venturi:venturi-convolutional",
    processor = "io.venturi:venturi-convolutional-processor")
public @interface Conv2D {

  /** The number of channels of the output. */
  @Range(min = 1)
  int filters();

  /** The window's size, one number or {@code {height, width}}. */
  @Range(min = 1)
  int[] kernel();

  /** How far apart windows are, one number or {@code {height, width}}. */
  @Range(min = 1)
  int[] stride() default 1;

  /** How far windows reach over the edges. */
  Padding padding() default Padding.VALID;

  /**
   * The same in pixels, instead of {@link #padding()}: one number for all sides, or {@code {height,
   * width}}, or {@code {top, bottom, left, right}}. Each is less than the window's span.
   */
  @Range(min = 0)
  int[] pad() default {};

  /** How far apart a window's pixels are, one number or {@code {height, width}}. */
  @Range(min = 1)
  int[] dilation() default 1;

  /** The activation; {@code ActivationType.class} itself stands for none. */
  Class<? extends ActivationType> activation() default ActivationType.class;

  /**
   * How weights start; {@code InitializerType.class} itself stands for Glorot uniform. Biases start
   * at zero. The fan-in is kernel · kernel · channels that enter, the fan-out kernel · kernel ·
   * filters.
   */
  Class<? extends InitializerType> initializer() default InitializerType.class;
}
