package io.venturi.sparse;

import io.venturi.annotation.AutoencoderKind;
import io.venturi.annotation.AutoencoderKind.Hook;
import io.venturi.annotation.Count;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A sparse autoencoder: few units of the code are active for a row. It takes at least one of three
 * ways, each with at most one element:
 *
 * <ul>
 *   <li>{@link #kl()} holds each unit's mean activation at a target (Ng, 2011);
 *   <li>{@link #l1()} adds up the sizes of activations;
 *   <li>{@link #topK()} keeps the k largest of each row (Makhzani and Frey, 2013).
 * </ul>
 *
 * <p>They combine: penalties add up, and with {@code topK} they see the codes that the decoder
 * reads, those that were not kept being 0.
 *
 * <p>Metrics show, for training and validation, {@code meanActivation}, {@code deadUnits} and
 * {@code sparseness} as {@link Sparsity} has them, {@code kl} and {@code l1} without their weights,
 * and {@code sparsity}, what the objective has of both. More than half of the units dead gives a
 * warning. In validation penalties count as in training.
 *
 * <p>{@code L1} falls too where codes shrink and the decoder's weights grow in return, which
 * changes nothing about the representation: {@code @Mirrored(tied = true)} prevents it, as the
 * decoder then has the encoder's weights, and so does {@link io.venturi.annotation.DecoderNorm}.
 * {@link Sparsity#sparseness()} does not change with the codes' scale.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AutoencoderKind(
    runtime = "io.venturi:venturi-sparse",
    claims = Hook.CODE_DISTRIBUTION,
    needsOneOf = {"kl", "l1", "topK"})
public @interface Sparse {

  /** Holds mean activations at a target; codes must lie in [0, 1], as those of a sigmoid do. */
  @Count(max = 1)
  KullbackLeibler[] kl() default {};

  /** Penalises the sizes of activations. */
  @Count(max = 1)
  L1[] l1() default {};

  /** Keeps the largest activations of each row. */
  @Count(max = 1)
  TopK[] topK() default {};
}
