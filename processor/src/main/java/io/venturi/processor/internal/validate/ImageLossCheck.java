package io.venturi.processor.internal.validate;

import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.AnnotationModel;
import io.venturi.processor.internal.ir.Kind;
import io.venturi.processor.internal.ir.MemberModel;
import io.venturi.processor.internal.ir.SpecModel;
import io.venturi.processor.internal.ir.Value;
import io.venturi.processor.internal.ir.WindowModel;
import java.util.List;

/** Whether a loss of images has images, and windows that lie inside them. */
final class ImageLossCheck {

  private ImageLossCheck() {}

  static Report check(AnnotationModel loss, SpecModel spec) {
    List<Value> input = spec.input().elements();
    if (!needsImage(loss) || input.isEmpty()) { // That is a fault of its own.
      return Report.CLEAN;
    }
    if (input.size() != 2 && input.size() != 3) {
      return noImage(loss, spec);
    }
    int side = Math.min(InputCheck.size(input.get(0)), InputCheck.size(input.get(1)));
    return Report.all(
        loss.members().stream()
            .flatMap(
                member ->
                    member.rules().window().map(w -> window(loss, member, w, side)).stream()));
  }

  static boolean needsImage(AnnotationModel annotation) {
    return annotation.as(Kind.IsLoss.class).map(Kind.IsLoss::needsImage).orElse(false);
  }

  static Report noImage(AnnotationModel annotation, SpecModel spec) {
    return Report.of(
        Message.NEEDS_IMAGE,
        spec.input().origin(),
        annotation.display(),
        spec.ref().sourceName(),
        InputCheck.display(spec));
  }

  private static Report window(
      AnnotationModel loss, MemberModel member, WindowModel window, int side) {
    if (!(member.value() instanceof Value.Literal literal)
        || !(literal.value() instanceof Integer size)) {
      return Report.CLEAN;
    }
    Report.Builder report = new Report.Builder();
    report.addIf(
        window.isOdd() && size % 2 == 0,
        Message.LOSS_WINDOW,
        literal.origin(),
        member.name(),
        loss.display(),
        size,
        "the window needs a pixel in its middle",
        "an odd number");
    report.addIf(
        size > side && side >= 1, // Other sides are a fault of their own.
        Message.LOSS_WINDOW,
        literal.origin(),
        member.name(),
        loss.display(),
        size,
        "the smaller side of the images is " + side,
        (window.isOdd() && side % 2 == 0 ? side - 1 : side) + " at most");
    return report.build();
  }
}
