package io.venturi.processor.testing;

import io.venturi.annotation.AtMost;
import io.venturi.annotation.AtMost.Size;
import io.venturi.annotation.AutoencoderKind;
import io.venturi.annotation.Below;
import io.venturi.annotation.Count;
import io.venturi.annotation.Range;
import io.venturi.annotation.TypeOption;

/** A type whose settings have to fit one another, and the spec. */
@AutoencoderKind(
    runtime = "com.example:bounded",
    needsOneOf = {"keeping", "weighing"})
public @interface Bounded {

  /** Below {@link #high()}. */
  @Range
  @Below("high")
  double low() default Double.NEGATIVE_INFINITY;

  /** Above {@link #low()}. */
  @Range
  double high() default Double.POSITIVE_INFINITY;

  /** Units that are kept. */
  Keeping[] keeping() default {};

  /** Something else. */
  @Count(max = 2)
  Weighing[] weighing() default {};

  /** For {@link Bounded#keeping()}. */
  @TypeOption
  @interface Keeping {

    /** How many. */
    @Range(min = 1)
    @AtMost(Size.CODE_UNITS)
    int[] units() default {};
  }

  /** For {@link Bounded#weighing()}. */
  @TypeOption
  @interface Weighing {}
}
