package io.venturi.processor.internal.validate;

import static java.util.stream.Collectors.joining;

import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.AnnotationModel;
import io.venturi.processor.internal.ir.Kind;
import io.venturi.processor.internal.ir.SpecModel;
import java.util.List;

/** Whether there is exactly one loss. */
final class LossCheck implements SpecCheck {

  @Override
  public Report check(SpecModel spec) {
    String name = spec.ref().sourceName();
    List<AnnotationModel> losses = spec.annotations(Kind.IsLoss.class);
    return switch (losses.size()) {
      case 0 -> Report.of(Message.NO_LOSS, spec.autoencoder().origin(), name);
      case 1 -> Report.CLEAN;
      default ->
          Report.of(
              Message.SEVERAL_LOSSES,
              losses.get(1).origin(),
              name,
              losses.stream().map(AnnotationModel::display).collect(joining(", ")));
    };
  }
}
