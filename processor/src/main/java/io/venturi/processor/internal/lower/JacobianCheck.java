package io.venturi.processor.internal.lower;

import io.venturi.processor.internal.CoreNames;
import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.AnnotationModel;
import io.venturi.processor.internal.ir.ClassIndex;
import io.venturi.processor.internal.ir.ClassModel;
import io.venturi.processor.internal.ir.Kind;
import io.venturi.processor.internal.ir.LayerModel;
import io.venturi.processor.internal.ir.Section;
import io.venturi.processor.internal.ir.SpecModel;
import io.venturi.processor.spi.LayerPlan;
import java.util.List;
import java.util.Optional;

/** Whether the encoder has the derivatives that a type of the spec needs. */
final class JacobianCheck {

  private JacobianCheck() {}

  static Report check(SpecModel spec, List<Stage> stages, ClassIndex classes) {
    Report.Builder report = new Report.Builder();
    spec.annotations(Kind.IsType.class).stream()
        .filter(type -> type.as(Kind.IsType.class).orElseThrow().needsJacobian())
        .findFirst()
        .ifPresent(type -> encoding(stages).forEach(s -> check(type, s, classes, report)));
    return report.build();
  }

  /** Whether every layer of the encoder offers its derivatives; asked of stages with plans. */
  static boolean isPossible(List<Stage> stages, ClassIndex classes) {
    return encoding(stages).stream().allMatch(stage -> offersDerivatives(stage, classes));
  }

  private static List<Stage> encoding(List<Stage> stages) {
    return stages.stream().filter(stage -> stage.section() != Section.DECODER).toList();
  }

  private static void check(
      AnnotationModel type, Stage stage, ClassIndex classes, Report.Builder report) {
    if (stage.layer().isEmpty() || stage.plan().isEmpty()) {
      return; // Its own fault is reported.
    }
    LayerModel layer = stage.layer().get();
    if (!offersDerivatives(stage, classes)) {
      report.add(
          Message.NO_JACOBIAN,
          layer.annotation().origin(),
          type.display(),
          layer.display(),
          type.display());
      return;
    }
    Optional<ClassModel> activation =
        stage.activation().flatMap(classes::find).filter(found -> found.isA(CoreNames.ACTIVATION));
    activation
        .filter(found -> !found.isA(CoreNames.TWICE_DIFFERENTIABLE))
        .ifPresent(
            found ->
                report.add(
                    Message.NO_SECOND_DERIVATIVE,
                    stage.activationOrigin(),
                    type.display(),
                    found.ref().sourceName(),
                    stage.name()));
  }

  /** A kernel that is nowhere to be found is said to be so elsewhere. */
  private static boolean offersDerivatives(Stage stage, ClassIndex classes) {
    return stage
        .plan()
        .map(LayerPlan::kernel)
        .flatMap(classes::find)
        .map(kernel -> kernel.isA(CoreNames.JACOBIAN_KERNEL))
        .orElse(true);
  }
}
