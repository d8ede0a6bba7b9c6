package io.venturi.processor.testing;

import io.venturi.annotation.Codomain;
import io.venturi.annotation.LossKind;

/** A loss that takes a probability for each value. */
@LossKind(
    runtime = "com.example:independent-loss",
    output = @Codomain(min = 0, max = 1),
    needsElementwiseOutput = true)
public @interface IndependentLoss {}
