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
 * A transposed convolution (the adjoint of {@link Conv2D}, at times called a deconvolution): every
 * input pixel adds {@code W · pixel} to a window of the output, which then becomes {@code
 * activation(sum + b)}, with {@code W} of shape (kernel height, kernel width, filters, channels)
 * and {@code b} of shape (filters). Takes images of shape (height, width, channels), gives (height,
 * width, filters).
 *
 * <p>The output has one of the sizes that a convolution with the same window makes the input's size
 * of: n pixels along a side become {@code (n − 1) · stride + span − pads} with {@code span =
 * (kernel − 1) · dilation + 1}, or, with {@link Padding#SAME}, {@code n · stride}; {@link
 * #outputSize()} picks another. A kernel that the stride divides covers all pixels alike (Odena et
 * al., 2016).
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@LayerKind(
    runtime = "io.venturi:venturi-convolutional",
    processor = "io.venturi:venturi-convolutional-processor")
public @interface Conv2DTranspose {

  /** The number of channels of the output. */
  @Range(min = 1)
  int filters();

  /** The window's size, one number or {@code {height, width}}. */
  @Range(min = 1)
  int[] kernel();

  /** How far apart windows are in the output, one number or {@code {height, width}}. */
  @Range(min = 1)
  int[] stride() default 1;

  /** How far windows reach over the output's edges, where what they add is left out. */
  Padding padding() default Padding.VALID;

  /**
   * The same in pixels, instead of {@link #padding()}: one number for all sides, or {@code {height,
   * width}}, or {@code {top, bottom, left, right}}. Each is less than the window's span.
   */
  @Range(min = 0)
  int[] pad() default {};

  /**
   * The output's {@code {height, width}}, where another than the usual one is wanted. Without it,
   * the last decoder layer makes the size of the network's input if it can.
   */
  @Range(min = 1)
  int[] outputSize() default {};

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
