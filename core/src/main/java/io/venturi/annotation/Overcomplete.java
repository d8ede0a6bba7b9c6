package io.venturi.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a code at least as wide as the input is meant. Without it such a bottleneck is a
 * compile-time error, because it compresses nothing; sparse and denoising autoencoders have uses
 * for one.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Overcomplete {}
