package io.venturi.processor.internal.validate;

import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.MethodModel;
import io.venturi.processor.internal.ir.ReservedNames;
import io.venturi.processor.internal.ir.Section;
import io.venturi.processor.internal.ir.SpecModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether every layer can have a field of its own name. */
final class NameCheck implements SpecCheck {

  @Override
  public Report check(SpecModel spec) {
    List<MethodModel> layers =
        spec.methods().stream().filter(method -> !method.annotations().isEmpty()).toList();
    Report.Builder report = new Report.Builder();
    for (MethodModel layer : layers) {
      report.addIf(
          ReservedNames.ALL.contains(layer.name()),
          Message.RESERVED_NAME,
          layer.origin(),
          layer.name());
    }
    report.addAll(ambiguous(layers, spec));
    if (!spec.mirrors().isEmpty()) {
      report.addAll(mirrored(layers));
    }
    return report.build();
  }

  private static Report ambiguous(List<MethodModel> layers, SpecModel spec) {
    Report.Builder report = new Report.Builder();
    Map<String, MethodModel> byName = new HashMap<>();
    for (MethodModel layer : layers) {
      MethodModel earlier = byName.putIfAbsent(layer.name(), layer);
      if (earlier != null) {
        report.add(
            Message.AMBIGUOUS_METHOD,
            spec.origin(),
            layer.name(),
            earlier.declaredIn(),
            layer.declaredIn(),
            spec.ref().sourceName());
      }
    }
    return report.build();
  }

  private static Report mirrored(List<MethodModel> layers) {
    Report.Builder report = new Report.Builder();
    for (MethodModel encoder : layers) {
      if (Slots.isIn(Section.DECODER, encoder)) {
        continue;
      }
      layers.stream()
          .filter(layer -> layer.name().equals(ReservedNames.mirrorOf(encoder.name())))
          .forEach(
              layer ->
                  report.add(Message.MIRRORED_NAME, layer.origin(), layer.name(), encoder.name()));
    }
    return report.build();
  }
}
