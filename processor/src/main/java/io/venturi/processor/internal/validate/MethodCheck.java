package io.venturi.processor.internal.validate;

import static java.util.stream.Collectors.joining;

import io.venturi.processor.internal.CoreNames;
import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.AnnotationModel;
import io.venturi.processor.internal.ir.MethodModel;
import io.venturi.processor.internal.ir.SpecModel;
import java.util.List;

/** Whether each method is a whole layer, or none at all. */
final class MethodCheck implements SpecCheck {

  @Override
  public Report check(SpecModel spec) {
    return Report.all(spec.methods().stream().map(MethodCheck::check));
  }

  private static Report check(MethodModel method) {
    if (method.annotations().isEmpty()) {
      return Report.of(Message.NOT_A_LAYER, method.origin(), method.name());
    }
    if (!method.isAbstract()) {
      AnnotationModel first = method.annotations().get(0);
      return Report.of(Message.NOT_ABSTRACT, first.origin(), first.display(), method.name());
    }
    return annotations(method).plus(signature(method));
  }

  private static Report annotations(MethodModel method) {
    Report.Builder report = new Report.Builder();
    List<AnnotationModel> sections = method.sections();
    List<AnnotationModel> layers = method.layers();
    report.addIf(sections.isEmpty(), Message.NO_SECTION, method.origin(), method.name());
    if (sections.size() > 1) {
      report.add(Message.SEVERAL_SECTIONS, sections.get(1).origin(), method.name(), list(sections));
    }
    if (layers.isEmpty() && !sections.isEmpty()) {
      report.add(Message.NO_LAYER, method.origin(), sections.get(0).display(), method.name());
    }
    if (layers.size() > 1) {
      report.add(Message.SEVERAL_LAYERS, layers.get(1).origin(), method.name(), list(layers));
    }
    return report.build();
  }

  private static Report signature(MethodModel method) {
    Report.Builder report = new Report.Builder();
    String name = method.name();
    report.addIf(method.parameters() > 0, Message.METHOD_PARAMETERS, method.origin(), name);
    report.addIf(method.isGeneric(), Message.GENERIC_METHOD, method.origin(), name);
    if (!method.returnType().equals(CoreNames.LAYER)) {
      report.add(Message.RETURN_TYPE, method.origin(), name, method.returnType());
    }
    return report.build();
  }

  private static String list(List<AnnotationModel> annotations) {
    return annotations.stream().map(AnnotationModel::display).collect(joining(", "));
  }
}
