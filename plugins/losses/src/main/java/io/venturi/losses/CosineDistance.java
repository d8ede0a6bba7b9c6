package io.venturi.losses;

import io.venturi.annotation.LossKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One minus the cosine of the angle between a row and its reconstruction, {@code 1 − x·y / (|x|
 * |y|)}, from 0 (one direction) to 2 (opposite ones): ONE value a row, without a mean or sum over
 * its features, a mean over the rows of a batch. Takes any data and any output. Lengths do not
 * matter: for embeddings, spectra and bags of words, not for data whose size counts. A row of zeros
 * has no direction: its loss is 1 and its gradient 0.
 *
 * <p>With weighted features all three products are weighted; missing values are left out of them.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LossKind(runtime = "io.venturi:venturi-losses")
public @interface CosineDistance {}
