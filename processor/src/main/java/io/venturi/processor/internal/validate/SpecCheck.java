package io.venturi.processor.internal.validate;

import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.SpecModel;

/** One thing to check of a spec. */
interface SpecCheck {

  /** What is wrong with it. */
  Report check(SpecModel spec);
}
