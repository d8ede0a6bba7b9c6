package io.venturi.testing;

import io.venturi.annotation.AutoencoderKind;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A type for tests that applies its spec's noise. */
@Retention(RetentionPolicy.RUNTIME)
@AutoencoderKind(runtime = "io.example:curious", appliesNoise = true)
public @interface Curious {}
