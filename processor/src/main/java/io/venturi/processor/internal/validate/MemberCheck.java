package io.venturi.processor.internal.validate;

import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.AnnotationModel;
import io.venturi.processor.internal.ir.MemberModel;
import io.venturi.processor.internal.ir.Value;
import java.util.Optional;

/** Whether the members of one annotation go together, and have no more elements than they may. */
final class MemberCheck {

  private MemberCheck() {}

  static Report check(AnnotationModel annotation) {
    Report.Builder report = new Report.Builder();
    for (MemberModel member : annotation.members()) {
      member.rules().count().ifPresent(most -> count(annotation, member, most, report));
      member.rules().below().ifPresent(other -> below(annotation, member, other, report));
    }
    return report.build();
  }

  private static void count(
      AnnotationModel annotation, MemberModel member, int most, Report.Builder report) {
    if (member.value() instanceof Value.Array array && array.elements().size() > most) {
      report.add(
          Message.TOO_MANY_ELEMENTS,
          array.elements().get(most).origin(),
          member.name(),
          annotation.display(),
          array.elements().size(),
          most);
    }
  }

  private static void below(
      AnnotationModel annotation, MemberModel member, String name, Report.Builder report) {
    Optional<MemberModel> other = annotation.member(name);
    Optional<Number> low = member.number();
    Optional<Number> high = other.flatMap(MemberModel::number);
    if (low.isEmpty() || high.isEmpty()) {
      report.add(
          Message.RULE_NAMES_NOTHING,
          annotation.origin(),
          annotation.display(),
          member.name(),
          "@Below(\"" + name + "\")");
      return;
    }
    // What is not finite is not set, or a fault of its own.
    report.addIf(
        Double.isFinite(low.get().doubleValue())
            && Double.isFinite(high.get().doubleValue())
            && low.get().doubleValue() >= high.get().doubleValue(),
        Message.NOT_BELOW,
        (member.isDefault() ? other.get() : member).value().origin(),
        member.name(),
        annotation.display(),
        low.get(),
        name,
        high.get());
  }
}
