package io.venturi.all;

import io.venturi.annotation.AutoencoderKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A type of somebody else's: codes of two numbers a unit, of which the decoder reads the sum. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AutoencoderKind(runtime = "com.example:paired", numbersPerUnit = 2)
@interface Paired {}
