package io.venturi.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds a numeric member of an annotation on a spec, or every element of an array member, by a
 * size that the spec has elsewhere: a spec in which it is larger does not compile. Where the size
 * waits for the data, only the plugin's factory can compare. Sides of images are for annotations
 * that need images: a spec whose input is none does not compile with them.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AtMost {

  /** What the member is compared with. */
  Size value();

  /** A size that a spec has. */
  enum Size {
    /** The units of the bottleneck: how many numbers the decoder reads of a row. */
    CODE_UNITS,
    /** The rows of an image, the first size of the input. */
    IMAGE_HEIGHT,
    /** The columns of an image, the second size of the input. */
    IMAGE_WIDTH
  }
}
