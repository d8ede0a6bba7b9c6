package io.venturi.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an int member of a loss's annotation as the rows and columns of a window that lies inside
 * the images: a spec whose images are smaller along one side does not compile. For a loss that
 * {@link LossKind#needsImage() needs images}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ImageWindow {

  /** Whether the window has a pixel in its middle: only odd numbers compile. */
  boolean odd() default false;
}
