package io.venturi.processor.testing;

import io.venturi.annotation.AutoencoderKind;

/** A type that penalises the encoder's Jacobian. */
@AutoencoderKind(runtime = "com.example:sloping", needsJacobian = true)
public @interface Sloping {}
