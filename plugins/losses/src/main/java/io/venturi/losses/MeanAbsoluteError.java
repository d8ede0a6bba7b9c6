package io.venturi.losses;

import io.venturi.annotation.LossKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The absolute difference {@code |y − x|}, a MEAN over the values of a row and over the rows of a
 * batch. Takes any data and any output. Its best guess is the median where the squared error's is
 * the mean, so a few values far off do not move it; its derivative is −1 or 1 however small the
 * difference, and 0 where there is none.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LossKind(runtime = "io.venturi:venturi-losses")
public @interface MeanAbsoluteError {}
