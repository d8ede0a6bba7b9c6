package io.venturi.processor.internal.validate;

import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.SpecModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs every check, so that one compile shows every fault. */
public final class Validator {

  private static final List<SpecCheck> CHECKS =
      List.of(
          new InputCheck(),
          new MethodCheck(),
          new NameCheck(),
          new SectionCheck(),
          new LossCheck(),
          new HookCheck(),
          new OptionCheck(),
          new OwnDecoderCheck(),
          new ImageSideCheck());

  /** Checks the spec; one of a form that has no layers is nothing but that. */
  public Validated validate(SpecModel spec) {
    Report form = new FormCheck().check(spec);
    if (!spec.form().canBeImplemented()) {
      return new Validated(spec, Optional.empty(), List.of(), false, form);
    }
    ValueCheck values = new ValueCheck(spec.ref());
    Report report =
        Report.all(
            Stream.concat(
                Stream.of(form, values.check(spec)),
                CHECKS.stream().map(check -> check.check(spec))));
    return new Validated(
        spec, InputCheck.shape(spec), Slots.of(spec, values), SectionCheck.isOrdered(spec), report);
  }
}
