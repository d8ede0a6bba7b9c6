package io.venturi.testkit;

import io.venturi.annotation.LossKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The squared difference, SUM over a row: a sound loss. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@LossKind(runtime = "io.venturi:venturi-testkit")
@interface Squared {}
