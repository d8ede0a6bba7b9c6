package io.venturi.variational;

import io.venturi.annotation.AutoencoderKind;
import io.venturi.annotation.AutoencoderKind.Hook;
import io.venturi.annotation.Count;
import io.venturi.annotation.Range;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A variational autoencoder (Kingma and Welling, 2013; Rezende, Mohamed and Wierstra, 2014). For
 * every unit of the bottleneck the encoder gives a mean μ and a log-variance s of a normal
 * distribution q(z|x); the decoder reads a z drawn from it, {@code z = μ + exp(s / 2) ε}. To the
 * loss, a negative log-likelihood such as {@code @BernoulliLikelihood} or
 * {@code @GaussianLikelihood}, comes the divergence of q(z|x) from the standard normal prior,
 *
 * <pre>{@code KL = ½ Σ_j (μ_j² + exp(s_j) − 1 − s_j)}</pre>
 *
 * a SUM over the code, in nats, and a mean over the rows of a batch. With {@code beta = 1} and
 * nothing else set, the objective is the negative evidence lower bound (−ELBO).
 *
 * <p>{@code Model.encode} gives the means, drawing nothing; {@link GenerativeModel} samples, and
 * measures bounds on the likelihood. In validation z is drawn with the same numbers after every
 * epoch, and schedules are at their end, so that epochs can be compared. Metrics show {@code kl}
 * (without any factor), {@code weightedKl} (as it stands in the objective) and {@code activeUnits},
 * with a warning when hardly any unit is in use. Where the data weighs rows, it weighs their
 * likelihoods; divergences count alike.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AutoencoderKind(
    runtime = "io.venturi:venturi-variational",
    claims = {Hook.CODE_TRANSFORM, Hook.CODE_DISTRIBUTION},
    numbersPerUnit = 2,
    linearCode = true,
    needsLikelihood = true)
public @interface Variational {

  /**
   * The divergence's factor: above 1, codes become less entangled and reconstructions worse (β-VAE,
   * Higgins et al., 2017).
   */
  @Range(min = 0, max = 1e6)
  double beta() default 1;

  /**
   * Nats of divergence that each unit has for free: {@code Σ_j max(freeBits, mean over the batch of
   * KL_j)} takes the place of KL, so that units are not given up early in training (Kingma et al.,
   * 2016).
   */
  @Range(min = 0, max = 1e3)
  double freeBits() default 0;

  /** Lets the factor rise in the first epochs; at most one element. */
  @Count(max = 1)
  WarmUp[] warmUp() default {};

  /** Holds the divergence at a value that rises; at most one element. */
  @Count(max = 1)
  Capacity[] capacity() default {};
}
