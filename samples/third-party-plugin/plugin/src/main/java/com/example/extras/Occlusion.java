package com.example.extras;

import io.venturi.annotation.AtMost;
import io.venturi.annotation.AtMost.Size;
import io.venturi.annotation.NoiseKind;
import io.venturi.annotation.Range;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Covers a rectangle of every image, at a place that is drawn anew at every step, as if something
 * stood before it (Pathak et al., 2016). All of it lies within the image, and all channels are
 * covered. For specs with {@code input = {height, width, channels}} or {@code {height, width}}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@NoiseKind(runtime = "com.example:venturi-extras")
public @interface Occlusion {

  /** Rows of pixels that are covered, at most the image's. */
  @Range(min = 1)
  @AtMost(Size.IMAGE_HEIGHT)
  int height();

  /** Columns of pixels that are covered, at most the image's. */
  @Range(min = 1)
  @AtMost(Size.IMAGE_WIDTH)
  int width();

  /** What covered values become, in the units of scaled data. */
  @Range(min = -1e30, max = 1e30)
  double value() default 0;
}
