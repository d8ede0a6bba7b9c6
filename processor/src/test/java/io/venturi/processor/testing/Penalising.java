package io.venturi.processor.testing;

import io.venturi.annotation.AutoencoderKind;

/** A type that composes with every other. */
@AutoencoderKind(runtime = "com.example:penalising")
public @interface Penalising {}
