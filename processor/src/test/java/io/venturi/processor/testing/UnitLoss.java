package io.venturi.processor.testing;

import io.venturi.annotation.Codomain;
import io.venturi.annotation.LossKind;

/** A loss that takes numbers from 0 to 1. */
@LossKind(runtime = "com.example:unit-loss", output = @Codomain(min = 0, max = 1))
public @interface UnitLoss {}
