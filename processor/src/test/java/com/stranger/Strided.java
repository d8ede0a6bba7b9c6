package com.stranger;

import io.venturi.annotation.ActivationType;
import io.venturi.annotation.LayerKind;
import io.venturi.annotation.Range;

/** Keeps every n-th value. */
@LayerKind(runtime = "com.stranger:layers", processor = "com.stranger:layers-processor")
public @interface Strided {

  @Range(min = 1)
  int by();

  float scale() default 1;

  boolean fromTheEnd() default false;

  String note() default "none";

  /** What to do with what is left over. */
  Rest rest() default Rest.DROP;

  Class<? extends ActivationType> activation() default ActivationType.class;

  /** What to do with what is left over. */
  enum Rest {
    DROP,
    KEEP
  }
}
