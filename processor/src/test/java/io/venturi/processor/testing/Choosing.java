package io.venturi.processor.testing;

import io.venturi.annotation.AutoencoderKind;
import io.venturi.annotation.AutoencoderKind.Hook;
import io.venturi.annotation.Codomain;
import io.venturi.annotation.TypeOption;

/** A type with several ways to work. */
@AutoencoderKind(runtime = "com.example:choosing")
public @interface Choosing {

  /** Needs codes in [0, 1]. */
  Narrow[] narrow() default {};

  /** Changes the code. */
  Turning[] turning() default {};

  /** For {@link Choosing#narrow()}. */
  @TypeOption(code = @Codomain(min = 0, max = 1))
  @interface Narrow {}

  /** For {@link Choosing#turning()}. */
  @TypeOption(claims = Hook.CODE_TRANSFORM)
  @interface Turning {}
}
