package com.example.extras;

import io.venturi.annotation.AutoencoderKind;
import io.venturi.annotation.AutoencoderKind.Hook;
import io.venturi.annotation.Range;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A Wasserstein autoencoder with the maximum mean discrepancy, WAE-MMD (Tolstikhin, Bousquet, Gelly
 * and Schölkopf, 2018). Adds {@code weight · MMD²} to the loss, the squared discrepancy between the
 * codes of a batch and as many draws from the prior, the standard normal distribution: so that
 * codes of the data, all together, are spread like the prior, which rows can then be drawn from.
 * Codes are not random, unlike a variational autoencoder's.
 *
 * <p>With codes z and draws p of n rows, by the estimate without bias (a U-statistic, which may be
 * below 0),
 *
 * <pre>{@code
 * MMD² = Σ_{i≠j} k(z_i, z_j) / n(n−1) + Σ_{i≠j} k(p_i, p_j) / n(n−1) − 2 Σ_{i,j} k(z_i, p_j) / n²
 * }</pre>
 *
 * and inverse multiquadric kernels {@code k(x, y) = Σ_s C_s / (C_s + ‖x − y‖²)}, {@code C_s = s ·
 * 2d} for codes of d numbers. A batch of one row has a discrepancy of 0. Metrics show {@code mmd},
 * without the weight, and {@code weightedMmd}. {@link WassersteinModel} samples from a trained
 * model.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AutoencoderKind(
    runtime = "com.example:venturi-extras",
    claims = Hook.CODE_DISTRIBUTION,
    linearCode = true)
public @interface WassersteinMmd {

  /**
   * λ, what the discrepancy is multiplied by. The paper's 10 for images is for a loss that is a sum
   * over pixels; beside a mean over n values 10 / n is as much.
   */
  @Range(min = 0, max = 1e6)
  double weight();

  /** The scales s of the kernels: small ones see near neighbours, large ones the whole. */
  @Range(min = 1e-6, max = 1e6)
  double[] scales() default {0.1, 0.2, 0.5, 1, 2, 5, 10};
}
