package io.venturi.processor.internal.validate;

import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.Creation;
import io.venturi.processor.internal.ir.SpecForm;
import io.venturi.processor.internal.ir.SpecModel;

/** Whether a class beside the spec can implement it. */
final class FormCheck implements SpecCheck {

  @Override
  public Report check(SpecModel spec) {
    String name = spec.ref().sourceName();
    if (!spec.form().canBeImplemented()) {
      return Report.of(Message.SPEC_FORM, spec.origin(), name, spec.form().text());
    }
    Report.Builder report = new Report.Builder();
    report.addIf(!spec.isAccessible(), Message.SPEC_INACCESSIBLE, spec.origin(), name);
    report.addIf(spec.isGeneric(), Message.SPEC_GENERIC, spec.origin(), name);
    report.addIf(spec.isSealed(), Message.SPEC_SEALED, spec.origin(), name);
    report.addIf(spec.isInner(), Message.SPEC_INNER, spec.origin(), name);
    if (spec.form() == SpecForm.ABSTRACT_CLASS && spec.creation() != Creation.POSSIBLE) {
      report.add(
          Message.SPEC_CONSTRUCTOR,
          spec.origin(),
          name,
          Creations.fact(spec.creation()),
          Creations.fix(spec.creation()));
    }
    return report.build();
  }
}
