package io.venturi.losses;

import io.venturi.annotation.Codomain;
import io.venturi.annotation.LossKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The cross-entropy {@code −x log y − (1 − x) log(1 − y)} in nats, a MEAN over the values of a row
 * and over the rows of a batch. The data lies in [0, 1]; the output comes from a sigmoid or another
 * activation that works value by value, with values in [0, 1]. With a sigmoid it is computed from
 * the logits, exact where the sigmoid saturates.
 *
 * <p>For x strictly between 0 and 1 its minimum is not 0 but the entropy of x.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LossKind(
    runtime = "io.venturi:venturi-losses",
    output = @Codomain(min = 0, max = 1),
    target = @Codomain(min = 0, max = 1),
    needsElementwiseOutput = true)
public @interface BinaryCrossEntropy {}
