package io.venturi.processor.internal.lower;

import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.Numbers;
import io.venturi.processor.spi.Dim;
import io.venturi.processor.spi.Shape;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whether the code is narrower than what it is made of. Numbers compare with numbers here, shares
 * with shares; a share and a number wait for the data, and the run time compares them by the same
 * rule.
 */
final class BottleneckCheck {

  private BottleneckCheck() {}

  /**
   * A code wider than what it is made of adds nothing to it; one as wide as the network's input can
   * copy it.
   */
  static void check(Stage stage, Dim inputs, Report.Builder report) {
    Optional<Dim> width = stage.output().map(Shape::flatten);
    if (width.isEmpty()) {
      return;
    }
    Dim own = stage.input().map(Shape::flatten).orElse(inputs);
    if (width.get().fixed().isPresent()) {
      units(stage, width.get().fixed().getAsInt(), own.fixed(), inputs.fixed(), report);
    } else if (width.get() instanceof Dim.OfInput code) {
      share(stage, code.fraction(), own, report);
    }
  }

  private static void units(
      Stage stage, int units, OptionalInt own, OptionalInt inputs, Report.Builder report) {
    if (own.isPresent() && units > own.getAsInt()) {
      tooWide(stage, units, "wider than its", own.getAsInt(), inputs, report);
    } else if (inputs.isPresent() && units >= inputs.getAsInt()) {
      String fact = units > inputs.getAsInt() ? "wider than " : "as wide as ";
      tooWide(
          stage,
          units,
          fact + (own.equals(inputs) ? "its" : "the network's"),
          inputs.getAsInt(),
          inputs,
          report);
    }
  }

  private static void tooWide(
      Stage stage, int units, String fact, int limit, OptionalInt inputs, Report.Builder report) {
    report.add(
        Message.BOTTLENECK_TOO_WIDE,
        stage.widthOrigin(),
        stage.name(),
        count(units, "unit"),
        fact,
        count(limit, "input"),
        fix(limit, inputs));
  }

  /** Nothing is narrower than 1; core's {@code FromData} says the same. */
  private static String fix(int limit, OptionalInt inputs) {
    if (limit > 1) {
      return "Use fewer than " + limit;
    }
    return inputs.equals(OptionalInt.of(1)) ? "Take rows of more values" : "Use 1 unit";
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static void share(Stage stage, double code, Dim own, Report.Builder report) {
    if (own instanceof Dim.OfInput entering && code > entering.fraction()) {
      String enters = Numbers.text(entering.fraction());
      shareTooLarge(stage, code, "more than the " + enters + " that enters it", enters, report);
    } else if (code >= 1) {
      shareTooLarge(stage, code, (code > 1 ? "more than" : "all of") + " the input", "1", report);
    }
  }

  private static void shareTooLarge(
      Stage stage, double code, String fact, String limit, Report.Builder report) {
    report.add(
        Message.BOTTLENECK_SHARE,
        stage.widthOrigin(),
        stage.name(),
        Numbers.text(code),
        fact,
        limit);
  }
}
