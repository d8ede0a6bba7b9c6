package io.venturi.processor.testing;

import io.venturi.annotation.AutoencoderKind;
import io.venturi.annotation.AutoencoderKind.Hook;

/** Another type that corrupts the input. */
@AutoencoderKind(
    runtime = "com.example:also-corrupting",
    claims = {Hook.CORRUPTION, Hook.CODE_TRANSFORM})
public @interface AlsoCorrupting {}
