package io.venturi.processor.internal.validate;

import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.MethodModel;
import io.venturi.processor.internal.ir.MirrorModel;
import io.venturi.processor.internal.ir.Section;
import io.venturi.processor.internal.ir.SpecModel;
import java.util.List;

/** Whether the sections are all there, and in order. */
final class SectionCheck implements SpecCheck {

  @Override
  public Report check(SpecModel spec) {
    return bottleneck(spec).plus(decoder(spec));
  }

  /** Whether rows can flow from one method to the next. */
  static boolean isOrdered(SpecModel spec) {
    return bottleneck(spec).isClean()
        && spec.methods().stream()
            .filter(method -> !method.annotations().isEmpty())
            .allMatch(method -> Slots.section(method).isPresent());
  }

  private static Report bottleneck(SpecModel spec) {
    List<MethodModel> bottlenecks = Slots.in(Section.BOTTLENECK, spec);
    if (bottlenecks.isEmpty()) {
      return Report.of(Message.NO_BOTTLENECK, spec.origin(), spec.ref().sourceName());
    }
    MethodModel first = bottlenecks.get(0);
    if (bottlenecks.size() == 1) {
      return order(first, spec);
    }
    return Report.all(
        bottlenecks.stream()
            .skip(1)
            .map(
                extra ->
                    Report.of(
                        Message.SEVERAL_BOTTLENECKS,
                        extra.sections().get(0).origin(),
                        extra.name(),
                        first.name())));
  }

  private static Report order(MethodModel bottleneck, SpecModel spec) {
    int at = spec.methods().indexOf(bottleneck);
    List<MethodModel> before = spec.methods().subList(0, at);
    List<MethodModel> after = spec.methods().subList(at + 1, spec.methods().size());
    return misplaced(before, Section.DECODER, "before", bottleneck)
        .plus(misplaced(after, Section.ENCODER, "after", bottleneck));
  }

  private static Report misplaced(
      List<MethodModel> methods, Section section, String where, MethodModel bottleneck) {
    return Report.all(
        methods.stream()
            .filter(method -> Slots.isIn(section, method))
            .map(
                method ->
                    Report.of(
                        Message.SECTION_ORDER,
                        method.sections().get(0).origin(),
                        section.annotation(),
                        method.name(),
                        where,
                        bottleneck.name())));
  }

  private static Report decoder(SpecModel spec) {
    String name = spec.ref().sourceName();
    List<MethodModel> decoder = Slots.in(Section.DECODER, spec);
    List<MirrorModel> mirrors = spec.mirrors();
    Report.Builder report = new Report.Builder();
    report.addIf(
        decoder.isEmpty() && mirrors.isEmpty(),
        Message.NO_DECODER,
        spec.autoencoder().origin(),
        name);
    if (mirrors.size() > 1) {
      report.add(Message.SEVERAL_MIRRORED, mirrors.get(1).origin(), name, mirrors.size());
    }
    if (!decoder.isEmpty() && !mirrors.isEmpty()) {
      MethodModel first = decoder.get(0);
      report.add(
          Message.DECODER_AND_MIRRORED, first.sections().get(0).origin(), name, first.name());
    }
    return report.build();
  }
}
