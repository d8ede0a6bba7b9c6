package io.venturi.processor.internal.validate;

import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.AnnotationModel;
import io.venturi.processor.internal.ir.ClassRef;
import io.venturi.processor.internal.ir.Interval;
import io.venturi.processor.internal.ir.MemberModel;
import io.venturi.processor.internal.ir.SpecModel;
import io.venturi.processor.internal.ir.Value;
import java.util.stream.Stream;

/** Whether the values of annotations are ones that their plugins can take. */
final class ValueCheck implements SpecCheck {

  private final ClassCheck classes;

  /** Values as a spec of this name may write them. */
  ValueCheck(ClassRef spec) {
    this.classes = new ClassCheck(spec);
  }

  @Override
  public Report check(SpecModel spec) {
    return Report.all(
        Stream.of(
                Stream.of(spec.autoencoder()),
                spec.annotations().stream(),
                spec.methods().stream().flatMap(method -> method.annotations().stream()))
            .flatMap(annotations -> annotations)
            .map(this::check));
  }

  /** What is wrong with the values of one annotation. */
  Report check(AnnotationModel annotation) {
    return Report.all(
            annotation.members().stream()
                .filter(member -> !member.isUnset())
                .map(member -> check(annotation, member, member.value())))
        .plus(MemberCheck.check(annotation));
  }

  private Report check(AnnotationModel annotation, MemberModel member, Value value) {
    if (value instanceof Value.Array array) {
      return Report.all(array.elements().stream().map(each -> check(annotation, member, each)));
    }
    if (value instanceof Value.Nested nested) {
      return check(nested.annotation());
    }
    if (value instanceof Value.Type type) {
      return classes.check(annotation, member, type);
    }
    if (value instanceof Value.Literal literal && literal.value() instanceof Number number) {
      return member
          .rules()
          .range()
          .map(range -> check(annotation, member, literal, number, range))
          .orElse(Report.CLEAN);
    }
    return Report.CLEAN;
  }

  private static Report check(
      AnnotationModel annotation,
      MemberModel member,
      Value.Literal literal,
      Number number,
      Interval range) {
    if (Double.isNaN(number.doubleValue())) {
      return Report.of(
          Message.NOT_A_NUMBER,
          literal.origin(),
          member.name(),
          annotation.display(),
          range.equals(Interval.ALL) ? "" : " in " + range);
    }
    return range.contains(number.doubleValue())
        ? Report.CLEAN
        : Report.of(
            Message.OUT_OF_RANGE,
            literal.origin(),
            member.name(),
            annotation.display(),
            number,
            range);
  }
}
