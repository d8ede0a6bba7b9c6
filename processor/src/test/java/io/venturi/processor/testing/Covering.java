package io.venturi.processor.testing;

import io.venturi.annotation.AtMost;
import io.venturi.annotation.AtMost.Size;
import io.venturi.annotation.NoiseKind;
import io.venturi.annotation.Range;

/** Noise that covers a part of an image. */
@NoiseKind(runtime = "com.example:covering")
public @interface Covering {

  /** Rows of pixels. */
  @Range(min = 1)
  @AtMost(Size.IMAGE_HEIGHT)
  int height() default 3;

  /** Columns of pixels; not set, a few. */
  @Range(min = 1)
  @AtMost(Size.IMAGE_WIDTH)
  long width() default -1;
}
