package io.venturi.losses;

import io.venturi.annotation.LossKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The logarithm of the hyperbolic cosine of the difference, {@code log cosh(y − x)}, a MEAN over
 * the values of a row and over the rows of a batch. Takes any data and any output. Close to {@code
 * d² / 2} for small differences and to {@code |d| − log 2} for large ones: like {@link Huber},
 * without a corner in its derivative, {@code tanh(y − x)}, and without a parameter.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LossKind(runtime = "io.venturi:venturi-losses")
public @interface LogCosh {}
