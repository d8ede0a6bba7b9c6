package io.venturi.processor.testing;

import io.venturi.annotation.NoiseKind;

/** A noise scheme. */
@NoiseKind(runtime = "com.example:some-noise")
public @interface SomeNoise {}
