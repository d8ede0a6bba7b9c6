package io.venturi.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an annotation as a loss and tells the compiler what it accepts. */
@Documented
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LossKind {

  /** {@code groupId:artifactId} of the plugin, named in errors when it is missing at run time. */
  String runtime();

  /**
   * The interval in which the reconstruction must lie: the last layer's activation must have a
   * {@link Codomain} within it.
   */
  Codomain output() default @Codomain;

  /**
   * The activations of which the last layer must end in one, where an interval does not say it all;
   * empty if there is no such rule, otherwise in place of {@link #output()}.
   */
  Class<? extends ActivationType>[] outputActivations() default {};

  /**
   * Whether rows must be images: the spec's input is then {@code {height, width, channels}}, or
   * {@code {height, width}}, or the spec does not compile.
   */
  boolean needsImage() default false;

  /**
   * Whether the loss takes the values of a row as independent of one another, as a probability for
   * each: the last layer's activation must then work value by value, as an {@code
   * io.venturi.kernel.ElementwiseActivation} does and {@code Softmax} does not. Counts where there
   * are no {@link #outputActivations()}.
   */
  boolean needsElementwiseOutput() default false;

  /** The interval in which every value of the data must lie, checked before training starts. */
  Codomain target() default @Codomain;

  /**
   * Whether this is the negative logarithm of a likelihood, a SUM over the values of a row: what
   * types weigh against a divergence in nats. A mean over the values would be too light by their
   * number.
   */
  boolean isLikelihood() default false;
}
