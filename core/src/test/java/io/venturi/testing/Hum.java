package io.venturi.testing;

import io.venturi.annotation.NoiseKind;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A noise scheme for tests. */
@Retention(RetentionPolicy.RUNTIME)
@NoiseKind(runtime = "io.example:hum")
public @interface Hum {
  /** What every value becomes. */
  float level();
}
