package io.venturi.processor.testing;

import io.venturi.annotation.AutoencoderKind;
import io.venturi.annotation.AutoencoderKind.Hook;

/** A type that makes each code of two numbers. */
@AutoencoderKind(
    runtime = "com.example:two-numbers",
    claims = {Hook.CODE_TRANSFORM, Hook.CODE_DISTRIBUTION},
    numbersPerUnit = 2,
    linearCode = true)
public @interface TwoNumbers {}
