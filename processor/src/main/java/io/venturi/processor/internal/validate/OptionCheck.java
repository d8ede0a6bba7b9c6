package io.venturi.processor.internal.validate;

import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.AnnotationModel;
import io.venturi.processor.internal.ir.Kind;
import io.venturi.processor.internal.ir.SpecModel;
import io.venturi.processor.internal.ir.Value;
import java.util.List;

/** Whether types that work in one of several ways are told in which. */
final class OptionCheck implements SpecCheck {

  @Override
  public Report check(SpecModel spec) {
    Report.Builder report = new Report.Builder();
    for (AnnotationModel type : spec.annotations(Kind.IsType.class)) {
      List<String> options = type.as(Kind.IsType.class).orElseThrow().neededOptions();
      report.addIf(
          !options.isEmpty() && options.stream().noneMatch(option -> isSet(type, option)),
          Message.NO_OPTION,
          type.origin(),
          type.display(),
          String.join(", ", options));
    }
    return report.build();
  }

  /** An option that is no array always says something. */
  private static boolean isSet(AnnotationModel type, String option) {
    return type.member(option)
        .filter(
            member -> !(member.value() instanceof Value.Array array) || !array.elements().isEmpty())
        .isPresent();
  }
}
