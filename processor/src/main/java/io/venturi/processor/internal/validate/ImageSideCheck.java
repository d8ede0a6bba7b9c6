package io.venturi.processor.internal.validate;

import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.AnnotationModel;
import io.venturi.processor.internal.ir.MemberModel;
import io.venturi.processor.internal.ir.SpecModel;
import io.venturi.processor.internal.ir.SpecSize;
import io.venturi.processor.internal.ir.Value;
import java.util.List;

/** Whether what lies within images is no larger than they are. */
final class ImageSideCheck implements SpecCheck {

  @Override
  public Report check(SpecModel spec) {
    if (spec.input().elements().isEmpty()) { // That is a fault of its own.
      return Report.CLEAN;
    }
    return Report.all(
        spec.annotations().stream()
            .flatMap(AnnotationModel::withNested)
            .map(annotation -> check(annotation, spec)));
  }

  private static Report check(AnnotationModel annotation, SpecModel spec) {
    List<MemberModel> members =
        annotation.members().stream().filter(ImageSideCheck::isSide).toList();
    if (members.isEmpty()) {
      return Report.CLEAN;
    }
    List<Value> input = spec.input().elements();
    if (input.size() != 2 && input.size() != 3) {
      return ImageLossCheck.needsImage(annotation)
          ? Report.CLEAN // It is said already.
          : ImageLossCheck.noImage(annotation, spec);
    }
    Report.Builder report = new Report.Builder();
    for (MemberModel member : members) {
      boolean isHeight = member.rules().atMost().filter(SpecSize.IMAGE_HEIGHT::equals).isPresent();
      int side = InputCheck.size(input.get(isHeight ? 0 : 1));
      if (side >= 1) { // Other sides are a fault of their own.
        for (Value.Literal number : member.numbersAbove(side)) {
          report.add(
              Message.TOO_LARGE,
              number.origin(),
              member.name(),
              annotation.display(),
              number.value(),
              "the images are " + side + (isHeight ? " high" : " wide"),
              side);
        }
      }
    }
    return report.build();
  }

  private static boolean isSide(MemberModel member) {
    return member.rules().atMost().filter(size -> size != SpecSize.CODE_UNITS).isPresent();
  }
}
