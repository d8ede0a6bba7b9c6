package io.venturi.processor.testing;

import io.venturi.annotation.ImageWindow;
import io.venturi.annotation.LossKind;
import io.venturi.annotation.Range;

/** A loss of images. */
@LossKind(runtime = "com.example:image-loss", needsImage = true)
public @interface ImageLoss {

  /** Rows and columns of a window. */
  @Range(min = 1, max = 99)
  @ImageWindow(odd = true)
  int window() default 11;
}
