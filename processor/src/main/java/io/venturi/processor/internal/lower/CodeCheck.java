package io.venturi.processor.internal.lower;

import io.venturi.processor.internal.CoreNames;
import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.AnnotationModel;
import io.venturi.processor.internal.ir.ClassIndex;
import io.venturi.processor.internal.ir.ClassModel;
import io.venturi.processor.internal.ir.Interval;
import io.venturi.processor.internal.ir.Kind;
import io.venturi.processor.internal.ir.Section;
import io.venturi.processor.internal.ir.SpecModel;
import java.util.List;

/** Whether codes are numbers that the spec's types can take. */
final class CodeCheck {

  private CodeCheck() {}

  static Report check(SpecModel spec, List<Stage> stages, ClassIndex classes) {
    Report.Builder report = new Report.Builder();
    stages.stream()
        .filter(stage -> stage.section() == Section.BOTTLENECK)
        .forEach(
            stage ->
                stage
                    .activation()
                    .flatMap(classes::find)
                    .filter(found -> found.isA(CoreNames.ACTIVATION))
                    .ifPresent(activation -> check(spec, stage, activation, report)));
    return report.build();
  }

  private static void check(
      SpecModel spec, Stage code, ClassModel activation, Report.Builder report) {
    for (AnnotationModel type : spec.annotations(Kind.IsType.class)) {
      boolean linear = type.as(Kind.IsType.class).map(Kind.IsType::linearCode).orElse(false);
      report.addIf(
          linear && !activation.ref().binaryName().equals(CoreNames.LINEAR),
          Message.CODE_NOT_LINEAR,
          code.activationOrigin(),
          type.display(),
          code.name(),
          activation.ref().sourceName());
      type.withNested().forEach(part -> range(part, code, activation, report));
    }
  }

  private static void range(
      AnnotationModel part, Stage code, ClassModel activation, Report.Builder report) {
    part.needs()
        .map(Kind.Needs::code)
        .filter(accepted -> !accepted.encloses(activation.codomain()))
        .ifPresent(
            accepted ->
                report.add(
                    Message.CODE_RANGE,
                    code.activationOrigin(),
                    part.display(),
                    accepted,
                    code.name(),
                    activation.ref().sourceName(),
                    activation.codomain(),
                    accepted,
                    suggestion(accepted)));
  }

  /** One that would do, where there is one in core. */
  static String suggestion(Interval accepted) {
    if (accepted.encloses(Interval.closed(0, 1))) {
      return ", such as Sigmoid";
    }
    if (accepted.encloses(Interval.closed(-1, 1))) {
      return ", such as Tanh";
    }
    boolean takesRates = accepted.encloses(new Interval(0, Double.POSITIVE_INFINITY, true, false));
    return takesRates ? ", such as Softplus" : "";
  }
}
