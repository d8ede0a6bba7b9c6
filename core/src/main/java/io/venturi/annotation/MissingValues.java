package io.venturi.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that NaN in the rows of a spec stands for a value that is missing: in training, in
 * validation and in use. The encoder sees {@link #fill} in its place; loss, gradient, errors and
 * scores leave it out, and a mean over a row's features is one over those that were observed; a sum
 * is the sum of those. Scalers learn from observed values. A row without any is refused, and so is
 * infinity. Noise is applied to rows that are filled in. A model's reconstruction has a value for
 * every feature, also where the row has none.
 *
 * <p>Without this annotation NaN is an error. Losses that need whole rows do not go with it.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface MissingValues {

  /**
   * What the encoder sees where a value is missing: a finite number, AFTER scaling. 0, unless set,
   * is the mean of a feature scaled by {@code Scalers.standard()}.
   */
  double fill() default 0;
}
