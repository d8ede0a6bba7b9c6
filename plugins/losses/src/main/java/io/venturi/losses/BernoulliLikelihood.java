package io.venturi.losses;

import io.venturi.annotation.Codomain;
import io.venturi.annotation.LossKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The negative log-likelihood of Bernoulli distributions, {@code −Σ_i (x_i log y_i + (1 − x_i)
 * log(1 − y_i))}, in nats, a SUM over the values of a row and a mean over the rows of a batch: the
 * loss of variational autoencoders of binary data (Kingma and Welling, 2013). {@link
 * BinaryCrossEntropy} is the same but for a mean over a row. The data lies in [0, 1]; between the
 * ends, as grey values do, it is a bound that its name flatters, not a likelihood (Loaiza-Ganem and
 * Cunningham, 2019), which does not keep it from working. The output comes from a sigmoid or
 * another activation that works value by value, with values in [0, 1].
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LossKind(
    runtime = "io.venturi:venturi-losses",
    output = @Codomain(min = 0, max = 1),
    target = @Codomain(min = 0, max = 1),
    isLikelihood = true,
    needsElementwiseOutput = true)
public @interface BernoulliLikelihood {}
