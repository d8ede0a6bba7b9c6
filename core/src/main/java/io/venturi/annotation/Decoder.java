package io.venturi.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a layer between the code and the reconstruction. Decoder layers come last; the final one is
 * as wide as the input. A spec without any uses {@link Autoencoder#decoder()} to mirror its
 * encoder.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Decoder {}
