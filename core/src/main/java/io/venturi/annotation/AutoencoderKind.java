package io.venturi.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an annotation as a type of autoencoder. A type is a set of hooks in the training step;
 * several types on one spec compose, unless two of them claim the same hook for themselves.
 */
@Documented
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AutoencoderKind {

  /** {@code groupId:artifactId} of the plugin, named in errors when it is missing at run time. */
  String runtime();

  /** The hooks that this type must have to itself: two types that claim one do not compile. */
  Hook[] claims() default {};

  /**
   * Whether this type applies the spec's noise; noise without such a type does not compile, nor
   * such a type without noise.
   */
  boolean appliesNoise() default false;

  /**
   * Whether this type penalises the encoder's Jacobian: every encoder layer must then offer its
   * derivatives, and every activation there its second one, or the spec does not compile.
   */
  boolean needsJacobian() default false;

  /**
   * How many numbers the encoder gives for each unit of the bottleneck, of which this type makes
   * the one that the decoder reads: 2 for a mean and a variance. They lie one kind after another,
   * all of the first kind first, and the bottleneck has units for all of them.
   */
  @Range(min = 1, max = 16)
  int numbersPerUnit() default 1;

  /**
   * Whether codes must be numbers of any size, such as means and logarithms of variances: the
   * bottleneck's activation is then the linear one, or the spec does not compile.
   */
  boolean linearCode() default false;

  /** Whether the loss must be a likelihood: {@link LossKind#isLikelihood()}. */
  boolean needsLikelihood() default false;

  /**
   * The array members of which at least one must have an element, because the type does nothing
   * without; empty if none must.
   */
  String[] needsOneOf() default {};

  /**
   * Whether the decoder must have weights of its own, because this type does something to them: a
   * tied one does not compile.
   */
  boolean needsOwnDecoder() default false;

  /** The interval in which codes must lie: the bottleneck's activation has its values there. */
  Codomain code() default @Codomain;

  /** A place in the training step where a type can act. */
  enum Hook {
    /** Changes the input that the encoder sees; the target stays clean. */
    CORRUPTION,
    /** Changes the code on its way to the decoder. */
    CODE_TRANSFORM,
    /** Says how codes are distributed over the rows, as sparse and variational types do. */
    CODE_DISTRIBUTION
  }
}
