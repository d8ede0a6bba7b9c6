package io.venturi.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Normalises every feature to mean 0 and variance 1 over rows, then scales and shifts it by learned
 * amounts (Ioffe and Szegedy, 2015): {@code y = activation(scale · (x − mean) / √(variance +
 * epsilon) + shift)}. As wide as what enters; usually after a linear {@link Dense}, with that
 * layer's activation here.
 *
 * <p>In training, mean and variance (biased) are those of a group of rows of the batch: a "ghost
 * batch" (Hoffer, Hubara and Soudry, 2017), so that the result does not depend on how many threads
 * share a batch. In use they are running averages: of all steps alike at first, exponential later,
 * the variance unbiased. A batch has at least two rows.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@LayerKind(runtime = "io.venturi:venturi-core", processor = "io.venturi:venturi-processor")
public @interface BatchNormalization {

  /**
   * The rows of a group. Batches are cut into groups of this size; what is left over at a batch's
   * end is a smaller group, a single row joins the group before. A batch with fewer rows is one
   * group.
   */
  @Range(min = 2)
  int group() default 64;

  /** The share of the running averages that stays at each step, in [0, 1). */
  @Range(min = 0, max = 1, maxExclusive = true)
  double momentum() default 0.9;

  /** What is added to variances. */
  @Range(min = 1e-12, max = 1)
  double epsilon() default 1e-5;

  /** The activation; {@code ActivationType.class} itself stands for none. */
  Class<? extends ActivationType> activation() default ActivationType.class;
}
