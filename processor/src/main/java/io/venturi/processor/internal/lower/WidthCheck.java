package io.venturi.processor.internal.lower;

import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.Numbers;
import io.venturi.processor.internal.ir.Section;
import io.venturi.processor.internal.ir.SpecModel;
import io.venturi.processor.spi.LayerPlan;
import io.venturi.processor.spi.ParameterCount;
import io.venturi.processor.spi.Shape;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Whether the widths make an autoencoder: narrow in the middle, as wide at the end as before. */
final class WidthCheck {

  /** Of floats in the largest tensor, whose bytes an int counts. */
  private static final long MOST_PARAMETERS = Integer.MAX_VALUE / Float.BYTES;

  private WidthCheck() {}

  static Report check(SpecModel spec, Optional<Shape> input, List<Stage> stages) {
    Report.Builder report = new Report.Builder();
    width(input).ifPresent(inputs -> widths(spec, inputs, stages, report));
    parameters(spec, stages, report);
    return report.build();
  }

  private static void widths(
      SpecModel spec, int inputs, List<Stage> stages, Report.Builder report) {
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      Optional<Integer> width = width(stage.output());
      boolean isLast = i == stages.size() - 1;
      if (width.isEmpty()) {
        continue;
      }
      if (stage.section() == Section.BOTTLENECK && !spec.isOvercomplete()) {
        bottleneck(stage, width.get(), inputs, report);
      }
      if (stage.section() == Section.DECODER && isLast && width.get() != inputs) {
        report.add(
            Message.OUTPUT_WIDTH, stage.widthOrigin(), stage.name(), width.get(), inputs, inputs);
      }
    }
  }

  /**
   * A code wider than what it is made of adds nothing to it; one as wide as the network's input can
   * copy it.
   */
  private static void bottleneck(Stage stage, int units, int inputs, Report.Builder report) {
    int own = width(stage.input()).orElse(inputs);
    if (units > own) {
      tooWide(stage, units, "wider than its", own, report);
    } else if (units >= inputs) {
      String fact = units > inputs ? "wider than " : "as wide as ";
      tooWide(stage, units, fact + (own == inputs ? "its" : "the network's"), inputs, report);
    }
  }

  private static void tooWide(
      Stage stage, int units, String fact, int limit, Report.Builder report) {
    report.add(
        Message.BOTTLENECK_TOO_WIDE, stage.widthOrigin(), stage.name(), units, fact, limit, limit);
  }

  private static void parameters(SpecModel spec, List<Stage> stages, Report.Builder report) {
    BigInteger total =
        stages.stream()
            .flatMap(stage -> stage.plan().flatMap(LayerPlan::parameters).stream())
            .map(ParameterCount::total)
            .map(BigInteger::valueOf)
            .reduce(BigInteger.ZERO, BigInteger::add);
    if (total.compareTo(BigInteger.valueOf(MOST_PARAMETERS)) > 0) {
      report.add(
          Message.TOO_MANY_PARAMETERS,
          spec.origin(),
          spec.ref().sourceName(),
          String.format(java.util.Locale.ROOT, "%,d", total),
          Numbers.thousands(MOST_PARAMETERS));
    }
  }

  private static Optional<Integer> width(Optional<Shape> shape) {
    return shape.flatMap(
        known ->
            known.width().isPresent() ? Optional.of(known.width().getAsInt()) : Optional.empty());
  }
}
