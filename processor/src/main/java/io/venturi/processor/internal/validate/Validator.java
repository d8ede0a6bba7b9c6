package io.venturi.processor.internal.validate;

import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.SpecModel;
import java.util.List;
import java.util.stream.Stream;

/** Runs every check, so that one compile shows every fault. */
public final class Validator {

  private static final List<SpecCheck> CHECKS =
      List.of(
          new FormCheck(),
          new InputCheck(),
          new MethodCheck(),
          new NameCheck(),
          new SectionCheck(),
          new LossCheck(),
          new HookCheck());

  /** Checks the spec. */
  public Validated validate(SpecModel spec) {
    ValueCheck values = new ValueCheck(spec.ref());
    Report report =
        Report.all(
            Stream.concat(
                CHECKS.stream().map(check -> check.check(spec)), Stream.of(values.check(spec))));
    return new Validated(
        spec, InputCheck.shape(spec), Slots.of(spec, values), SectionCheck.isOrdered(spec), report);
  }
}
