package io.venturi.testing;

import io.venturi.annotation.LossKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The tests' own mean squared error: the real one lives in a plugin. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LossKind(runtime = "io.example:squared")
public @interface Squared {}
