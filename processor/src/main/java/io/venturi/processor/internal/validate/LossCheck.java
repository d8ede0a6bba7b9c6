package io.venturi.processor.internal.validate;

import static java.util.stream.Collectors.joining;

import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.AnnotationModel;
import io.venturi.processor.internal.ir.Kind;
import io.venturi.processor.internal.ir.SpecModel;
import java.util.List;

/** Whether there is exactly one loss, of a kind that the spec's types can do with. */
final class LossCheck implements SpecCheck {

  @Override
  public Report check(SpecModel spec) {
    String name = spec.ref().sourceName();
    List<AnnotationModel> losses = spec.annotations(Kind.IsLoss.class);
    return switch (losses.size()) {
      case 0 -> Report.of(Message.NO_LOSS, spec.autoencoder().origin(), name);
      case 1 -> likelihood(losses.get(0), spec).plus(ImageLossCheck.check(losses.get(0), spec));
      default ->
          Report.of(
              Message.SEVERAL_LOSSES,
              losses.get(1).origin(),
              name,
              losses.stream().map(AnnotationModel::display).collect(joining(", ")));
    };
  }

  private static Report likelihood(AnnotationModel loss, SpecModel spec) {
    if (loss.as(Kind.IsLoss.class).map(Kind.IsLoss::isLikelihood).orElse(false)) {
      return Report.CLEAN;
    }
    return Report.all(
        spec.annotations(Kind.IsType.class).stream()
            .filter(
                type -> type.as(Kind.IsType.class).map(Kind.IsType::needsLikelihood).orElse(false))
            .map(
                type ->
                    Report.of(
                        Message.NO_LIKELIHOOD, loss.origin(), type.display(), loss.display())));
  }
}
