package io.venturi.contractive;

import io.venturi.annotation.AutoencoderKind;
import io.venturi.annotation.Range;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A contractive autoencoder (Rifai et al., 2011): adds {@code weight · ‖J‖²}, the squared Frobenius
 * norm of the encoder's Jacobian {@code J = ∂code/∂input}, a SUM over codes and inputs and a mean
 * over the rows of a batch. It is the Jacobian of the whole encoder at each row, of as many layers
 * as there are, of codes as the encoder gives them and of inputs as the network sees them: scaled,
 * and where the input is corrupted, corrupted.
 *
 * <p>The norm is a sum over the numbers of the code, and each of them costs about as much as the
 * encoder's forward and backward pass do. So for large codes it is estimated, without bias, by
 * {@code ‖Jᵀv‖²} for random signs v (Hutchinson, 1990), drawn anew for each row and step.
 *
 * <p>The penalty also falls where codes shrink and the decoder's weights grow in return, which
 * changes nothing about the representation. {@code @Mirrored(tied = true)} prevents it, as the
 * decoder then has the encoder's weights, and so does {@link io.venturi.annotation.DecoderNorm};
 * {@link Contraction} measures what does not change with the codes' scale.
 *
 * <p>In validation the penalty counts as in training; metrics show it as {@code contractive}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AutoencoderKind(runtime = "io.venturi:venturi-contractive", needsJacobian = true)
public @interface Contractive {

  /** {@link #probes}: the norm itself for codes of up to 16 numbers, otherwise one direction. */
  int AUTO = -1;

  /** {@link #probes}: the norm itself, whatever it costs. */
  int EXACT = 0;

  /**
   * What the squared norm is multiplied by. The loss decides what is much: a mean squared error of
   * pixels is some 0.01, and the norm of a code of tens of numbers some 10.
   */
  @Range(min = 0)
  double weight();

  /**
   * How many random directions estimate the norm of a row in a step: {@link #AUTO}, {@link #EXACT},
   * or a number from 1 on. More than one reduces the noise of the estimate; with as many as the
   * code has numbers, the norm is computed exactly.
   */
  @Range(min = AUTO)
  int probes() default AUTO;
}
