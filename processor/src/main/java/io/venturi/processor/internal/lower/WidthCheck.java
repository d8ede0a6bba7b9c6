package io.venturi.processor.internal.lower;

import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.Numbers;
import io.venturi.processor.internal.ir.Section;
import io.venturi.processor.internal.ir.SpecModel;
import io.venturi.processor.spi.Dim;
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
    input
        .map(Shape::flatten)
        .ifPresent(
            inputs -> {
              stages.stream()
                  .filter(stage -> stage.section() == Section.BOTTLENECK && !spec.isOvercomplete())
                  .forEach(stage -> BottleneckCheck.check(stage, inputs, report));
              output(input.get(), inputs, stages, report);
            });
    parameters(spec, stages, report);
    return report.build();
  }

  private static void output(Shape input, Dim inputs, List<Stage> stages, Report.Builder report) {
    if (stages.isEmpty() || stages.get(stages.size() - 1).section() != Section.DECODER) {
      return;
    }
    Stage last = stages.get(stages.size() - 1);
    Optional<Shape> image = last.output().filter(shape -> isAnother(shape, input));
    if (image.isPresent()) {
      report.add(Message.OUTPUT_WIDTH, last.widthOrigin(), last.name(), image.get(), input, input);
      return;
    }
    Optional<Dim> width = last.output().map(Shape::flatten).filter(out -> !out.equals(inputs));
    if (width.isEmpty()) {
      return;
    }
    if (inputs.fixed().isPresent()) {
      report.add(
          Message.OUTPUT_WIDTH, last.widthOrigin(), last.name(), width.get(), inputs, inputs);
    } else {
      report.add(Message.OUTPUT_NOT_FROM_DATA, last.widthOrigin(), last.name(), width.get());
    }
  }

  /** A row of pixels can be an image, but no image another. */
  private static boolean isAnother(Shape output, Shape input) {
    return output.dims().size() > 1 && input.dims().size() > 1 && !output.equals(input);
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
}
