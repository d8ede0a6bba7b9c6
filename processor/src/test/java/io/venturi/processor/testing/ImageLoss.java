package io.venturi.processor.testing;

import io.venturi.annotation.LossKind;

/** A loss of images. */
@LossKind(runtime = "com.example:image-loss", needsImage = true)
public @interface ImageLoss {}
