package io.venturi.processor.internal.lower;

import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.ClassIndex;
import io.venturi.processor.internal.ir.Kind;
import io.venturi.processor.internal.ir.Section;
import io.venturi.processor.internal.ir.SpecModel;
import io.venturi.processor.internal.validate.Slot;
import io.venturi.processor.internal.validate.Validated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a checked spec into a network. */
public final class Lowerer {

  private final LayerProcessors processors;

  public Lowerer(LayerProcessors processors) {
    this.processors = processors;
  }

  /** The network; or, of a spec with faults, those that only show now. */
  public Lowered lower(Validated validated, ClassIndex classes) {
    Report.Builder report = new Report.Builder();
    if (!validated.isOrdered()) {
      return new Lowered(Optional.empty(), report.build());
    }
    SpecModel spec = validated.spec();
    Plugins plugins = new Plugins(processors, spec, report);
    List<Stage> stages = stages(validated, plugins);
    report.addAll(WidthCheck.check(spec, validated.input(), stages));
    report.addAll(LossOutputCheck.check(spec, stages, classes));
    report.addAll(CodeCheck.check(spec, stages, classes));
    report.addAll(CodeUnitsCheck.check(spec, stages));
    report.addAll(JacobianCheck.check(spec, stages, classes));
    if (!validated.report().isClean() || !report.build().isClean()) {
      return new Lowered(Optional.empty(), report.build());
    }
    var network =
        new Assembler(spec, classes, plugins, report)
            .assemble(validated.input().orElseThrow(), stages);
    return new Lowered(report.build().isClean() ? network : Optional.empty(), report.build());
  }

  private static List<Stage> stages(Validated validated, Plugins plugins) {
    List<Slot> slots = validated.slots();
    int numbersPerUnit = numbersPerUnit(validated.spec());
    List<Stage> stages =
        new ArrayList<>(new Flow(plugins, numbersPerUnit).through(slots, validated.input()));
    var mirrors = validated.spec().mirrors();
    boolean hasDecoder = slots.stream().anyMatch(slot -> slot.section() == Section.DECODER);
    if (!hasDecoder && mirrors.size() == 1) {
      stages.addAll(new Mirroring(plugins, numbersPerUnit).of(List.copyOf(stages), mirrors.get(0)));
    }
    return stages;
  }

  /** Types that make one number of several claim the code's transform, so there is one at most. */
  private static int numbersPerUnit(SpecModel spec) {
    return spec.annotations(Kind.IsType.class).stream()
        .flatMap(type -> type.as(Kind.IsType.class).stream())
        .mapToInt(Kind.IsType::numbersPerUnit)
        .max()
        .orElse(1);
  }
}
