package io.venturi.losses;

import io.venturi.annotation.ImageWindow;
import io.venturi.annotation.LossKind;
import io.venturi.annotation.Range;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One minus the mean structural similarity of an image and its reconstruction (Wang, Bovik, Sheikh
 * and Simoncelli, 2004), from 0 (equal) to 2: a MEAN over the places of the window and over
 * channels, a mean over the rows of a batch. Compares means, contrasts and correlations within a
 * window that is weighted by a Gaussian and lies wholly inside the image. Needs an image, {@code
 * input = {height, width, channels}} or {@code {height, width}}, no smaller than the window.
 *
 * <p>Features cannot be weighted and values cannot be missing: a window's statistics need all of
 * it.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LossKind(runtime = "io.venturi:venturi-losses", needsImage = true)
public @interface StructuralSimilarity {

  /** Rows and columns of the window, odd; 11 in the paper. */
  @Range(min = 3, max = 99)
  @ImageWindow(odd = true)
  int window() default 11;

  /** The standard deviation of the window's Gaussian, in pixels. */
  @Range(min = 0.1, max = 100)
  double standardDeviation() default 1.5;

  /** The difference between the largest and the smallest value that data can have: 1 for [0, 1]. */
  @Range(min = 1e-6, max = 1e9)
  double dataRange() default 1;

  /** K1: {@code (K1 · dataRange)²} keeps the comparison of means steady where both are near 0. */
  @Range(min = 1e-4, max = 1)
  double k1() default 0.01;

  /**
   * K2: {@code (K2 · dataRange)²} does so for contrasts. Below a thousandth it would be lost in
   * what floats round variances by.
   */
  @Range(min = 1e-3, max = 1)
  double k2() default 0.03;
}
