package io.venturi.convolutional;

import io.venturi.annotation.ActivationType;
import io.venturi.annotation.LayerKind;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives an image's values as one plain row: channels first, then columns, then rows. Dense layers
 * do that by themselves. The mirror of it is a {@link Reshape}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@LayerKind(
    runtime = "io.venturi:venturi-convolutional",
    processor = "io.venturi:venturi-convolutional-processor")
public @interface Flatten {

  /** The activation; {@code ActivationType.class} itself stands for none. */
  Class<? extends ActivationType> activation() default ActivationType.class;
}
