package io.venturi.losses;

import io.venturi.annotation.LossKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The squared difference {@code (y − x)²}, a MEAN over the values of a row and over the rows of a
 * batch. Takes any data and any output.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LossKind(runtime = "io.venturi:venturi-losses")
public @interface MeanSquaredError {}
