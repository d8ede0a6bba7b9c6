package io.venturi.processor.internal.lower;

import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.AnnotationModel;
import io.venturi.processor.internal.ir.MemberModel;
import io.venturi.processor.internal.ir.Section;
import io.venturi.processor.internal.ir.SpecModel;
import io.venturi.processor.internal.ir.SpecSize;
import io.venturi.processor.internal.ir.Value;
import io.venturi.processor.spi.Shape;
import java.util.List;
import java.util.OptionalInt;

/** Whether what is to be within the code's units is; units that wait for the data are not known. */
final class CodeUnitsCheck {

  private CodeUnitsCheck() {}

  static Report check(SpecModel spec, List<Stage> stages) {
    Report.Builder report = new Report.Builder();
    for (Stage stage : stages) {
      OptionalInt units =
          stage
              .output()
              .map(Shape::flatten)
              .map(width -> width.fixed())
              .orElse(OptionalInt.empty());
      if (stage.section() == Section.BOTTLENECK && units.isPresent()) {
        spec.annotations().stream()
            .flatMap(AnnotationModel::withNested)
            .forEach(annotation -> check(annotation, stage, units.getAsInt(), report));
      }
    }
    return report.build();
  }

  private static void check(
      AnnotationModel annotation, Stage code, int units, Report.Builder report) {
    for (MemberModel member : annotation.members()) {
      if (member.rules().atMost().filter(SpecSize.CODE_UNITS::equals).isPresent()) {
        for (Value.Literal number : member.numbersAbove(units)) {
          report.add(
              Message.TOO_LARGE,
              number.origin(),
              member.name(),
              annotation.display(),
              number.value(),
              "the bottleneck "
                  + code.name()
                  + "() has "
                  + units
                  + (units == 1 ? " unit" : " units"),
              units);
        }
      }
    }
  }
}
