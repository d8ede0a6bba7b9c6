package io.venturi.losses;

import io.venturi.annotation.Codomain;
import io.venturi.annotation.LossKind;
import io.venturi.kernel.Softmax;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The cross-entropy {@code −Σ x log y} in nats of rows that are distributions, such as
 * compositions, histograms or one-hot categories: a SUM over the values of a row, a mean over the
 * rows of a batch. The data lies in [0, 1]; a row is meant to add up to 1, and is not made to. The
 * last layer must end in {@code Softmax}, with which it is computed from the logits: exact where
 * softmax saturates.
 *
 * <p>Its minimum, at y = x, is the entropy of x. Features cannot be weighted and values cannot be
 * missing: the shares of one whole do not stand alone, and the best y would no longer be x.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LossKind(
    runtime = "io.venturi:venturi-losses",
    outputActivations = Softmax.class,
    target = @Codomain(min = 0, max = 1))
public @interface CategoricalCrossEntropy {}
