package io.venturi.processor.testing;

import io.venturi.annotation.LossKind;
import io.venturi.kernel.Softmax;

/** A loss of rows that are shares of a whole. */
@LossKind(runtime = "com.example:share-loss", outputActivations = Softmax.class)
public @interface ShareLoss {}
