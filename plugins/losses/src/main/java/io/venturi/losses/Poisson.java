package io.venturi.losses;

import io.venturi.annotation.Codomain;
import io.venturi.annotation.LossKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The negative logarithm of a Poisson distribution's probability of a count x, but for what does
 * not depend on y, {@code y − x log y}, a MEAN over the values of a row and over the rows of a
 * batch. The data are counts, or other values from 0 on; the output is the rate, above 0, as of
 * {@code Softplus}, with which it is computed from the pre-activation, exact however small the rate
 * is. Its minimum, at y = x, is {@code x − x log x}, which is below 0 for x above e.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LossKind(
    runtime = "io.venturi:venturi-losses",
    output = @Codomain(min = 0, minExclusive = true),
    target = @Codomain(min = 0))
public @interface Poisson {}
