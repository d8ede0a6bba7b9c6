package io.venturi.processor.internal.lower;

import static java.util.stream.Collectors.joining;

import io.venturi.processor.internal.CoreNames;
import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.AnnotationModel;
import io.venturi.processor.internal.ir.ClassIndex;
import io.venturi.processor.internal.ir.ClassModel;
import io.venturi.processor.internal.ir.ClassRef;
import io.venturi.processor.internal.ir.Interval;
import io.venturi.processor.internal.ir.Kind;
import io.venturi.processor.internal.ir.Section;
import io.venturi.processor.internal.ir.SpecModel;
import java.util.List;
import java.util.Optional;

/** Whether the last layer's values are ones that the loss can take. */
final class LossOutputCheck {

  private LossOutputCheck() {}

  static Report check(SpecModel spec, List<Stage> stages, ClassIndex classes) {
    Report.Builder report = new Report.Builder();
    if (!stages.isEmpty() && stages.get(stages.size() - 1).section() == Section.DECODER) {
      Stage last = stages.get(stages.size() - 1);
      Optional<ClassModel> activation =
          last.activation().flatMap(classes::find).filter(found -> found.isA(CoreNames.ACTIVATION));
      activation.ifPresent(found -> check(spec, last, found, report));
    }
    return report.build();
  }

  private static void check(
      SpecModel spec, Stage last, ClassModel activation, Report.Builder report) {
    for (AnnotationModel loss : spec.annotations(Kind.IsLoss.class)) {
      Kind.IsLoss kind = loss.as(Kind.IsLoss.class).orElseThrow();
      if (!kind.outputActivations().isEmpty()) {
        oneOf(loss, kind.outputActivations(), last, activation, report);
      } else if (!kind.output().encloses(activation.codomain())) {
        interval(loss, kind.output(), last, activation, report);
      } else if (kind.needsElementwiseOutput()) {
        elementwise(loss, kind.output(), last, activation, report);
      }
    }
  }

  private static void interval(
      AnnotationModel loss,
      Interval accepted,
      Stage last,
      ClassModel activation,
      Report.Builder report) {
    report.add(
        Message.LOSS_OUTPUT,
        last.activationOrigin(),
        loss.display(),
        accepted,
        last.name(),
        activation.ref().sourceName(),
        activation.codomain(),
        accepted,
        CodeCheck.suggestion(accepted));
  }

  private static void elementwise(
      AnnotationModel loss,
      Interval accepted,
      Stage last,
      ClassModel activation,
      Report.Builder report) {
    report.addIf(
        !activation.isA(CoreNames.ELEMENTWISE_ACTIVATION),
        Message.DEPENDENT_OUTPUT,
        last.activationOrigin(),
        loss.display(),
        last.name(),
        activation.ref().sourceName(),
        CodeCheck.suggestion(accepted));
  }

  private static void oneOf(
      AnnotationModel loss,
      List<ClassRef> accepted,
      Stage last,
      ClassModel activation,
      Report.Builder report) {
    String names = accepted.stream().map(ClassRef::sourceName).collect(joining(" or "));
    report.addIf(
        !accepted.contains(activation.ref()),
        Message.LOSS_ACTIVATION,
        last.activationOrigin(),
        loss.display(),
        names,
        last.name(),
        activation.ref().sourceName(),
        names);
  }
}
