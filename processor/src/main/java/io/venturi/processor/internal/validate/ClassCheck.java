package io.venturi.processor.internal.validate;

import io.venturi.processor.internal.CoreNames;
import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.AnnotationModel;
import io.venturi.processor.internal.ir.ClassModel;
import io.venturi.processor.internal.ir.ClassRef;
import io.venturi.processor.internal.ir.Creation;
import io.venturi.processor.internal.ir.MemberModel;
import io.venturi.processor.internal.ir.Origin;
import io.venturi.processor.internal.ir.Value;
import java.util.Map;
import java.util.Optional;

/** Whether generated code can make an instance of a class that a spec names. */
final class ClassCheck {

  /** What a class must implement, by the bound of the member that names it. */
  private static final Map<String, String> REQUIRED =
      Map.of(
          CoreNames.ACTIVATION_TYPE, CoreNames.ACTIVATION,
          CoreNames.INITIALIZER_TYPE, CoreNames.INITIALIZER);

  private final ClassRef spec;

  ClassCheck(ClassRef spec) {
    this.spec = spec;
  }

  /** Classes of members with another bound are for their plugin to judge. */
  Report check(AnnotationModel annotation, MemberModel member, Value.Type value) {
    Optional<String> required = member.bound().map(REQUIRED::get);
    if (required.isEmpty() || value.isNone()) {
      return Report.CLEAN;
    }
    ClassModel type = value.type();
    if (!type.isA(required.get())) {
      return Report.of(
          Message.WRONG_TYPE,
          value.origin(),
          type.ref().sourceName(),
          required.get(),
          member.name(),
          annotation.display());
    }
    return creation(type, value.origin());
  }

  private Report creation(ClassModel type, Origin origin) {
    String name = type.ref().sourceName();
    if (!type.isConcrete()) {
      return Report.of(Message.CLASS_ABSTRACT, origin, name);
    }
    if (!type.isAccessible()) {
      return Report.of(Message.CLASS_INACCESSIBLE, origin, name, spec.sourceName());
    }
    Report.Builder report = new Report.Builder();
    report.addIf(type.isInner(), Message.CLASS_INNER, origin, name);
    report.addIf(type.isGeneric(), Message.CLASS_GENERIC, origin, name);
    if (type.creation() != Creation.POSSIBLE) {
      report.add(
          Message.CLASS_CONSTRUCTOR,
          origin,
          name,
          Creations.fact(type.creation()),
          Creations.fix(type.creation()));
    }
    return report.build();
  }
}
