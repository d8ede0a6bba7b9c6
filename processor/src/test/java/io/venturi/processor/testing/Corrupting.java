package io.venturi.processor.testing;

import io.venturi.annotation.AutoencoderKind;
import io.venturi.annotation.AutoencoderKind.Hook;

/** A type that corrupts the input. */
@AutoencoderKind(runtime = "com.example:corrupting", claims = Hook.CORRUPTION, appliesNoise = true)
public @interface Corrupting {}
