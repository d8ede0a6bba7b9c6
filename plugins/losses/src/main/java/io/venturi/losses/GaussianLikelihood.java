package io.venturi.losses;

import io.venturi.annotation.LossKind;
import io.venturi.annotation.Range;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The negative log-likelihood of normal distributions around the output, {@code ½ Σ_i ((x_i − y_i)²
 * / v_i + log(2π v_i))}, in nats, a SUM over the values of a row and a mean over the rows of a
 * batch: the loss of variational autoencoders of continuous data. Takes any data and any output.
 *
 * <p>The variance v is fixed, or learned with the network: one for all features or one each (a
 * learned one is what keeps a variational autoencoder from having its reconstructions blurred or
 * its code ignored by a wrong guess: Rybkin, Daniilidis and Levine, 2021). Learned variances stay
 * above {@link #smallest}, as that of a feature which never changes would go to 0, and the
 * likelihood with it to infinity.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LossKind(runtime = "io.venturi:venturi-losses", isLikelihood = true)
public @interface GaussianLikelihood {

  /**
   * The variance, of scaled values; where it is learned, what it starts with: above {@link
   * #smallest}, and by a tenth of that at least, for nearer to it hardly anything would be learned.
   */
  @Range(min = 1e-12, max = 1e12)
  double variance() default 1;

  /** What is learned. */
  Learned learn() default Learned.NOTHING;

  /** What learned variances stay above. */
  @Range(min = 1e-12, max = 1e12)
  double smallest() default 1e-4;

  /** Which variances are learned. */
  enum Learned {
    /** None: the variance is the one given. */
    NOTHING,
    /** One for all features. */
    ONE,
    /** One for each feature. */
    EACH
  }
}
