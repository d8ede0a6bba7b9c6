package io.venturi.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an annotation as a noise scheme: how a denoising autoencoder corrupts its input. */
@Documented
@Target(ElementType.ANNOTATION_TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface NoiseKind {

  /** {@code groupId:artifactId} of the plugin, named in errors when it is missing at run time. */
  String runtime();
}
