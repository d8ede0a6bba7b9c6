package io.venturi.processor.testing;

import io.venturi.annotation.AutoencoderKind;

/** A type that needs a likelihood. */
@AutoencoderKind(runtime = "com.example:measured", needsLikelihood = true)
public @interface Measured {}
