package io.venturi.processor.internal.lower;

import io.venturi.processor.internal.ir.AnnotationModel;
import io.venturi.processor.internal.ir.LayerModel;
import io.venturi.processor.internal.ir.Origin;
import io.venturi.processor.internal.ir.Section;
import io.venturi.processor.internal.ir.Value;
import io.venturi.processor.internal.validate.Slot;
import io.venturi.processor.spi.AnnotationValues;
import io.venturi.processor.spi.Dim;
import io.venturi.processor.spi.LayerPlan;
import io.venturi.processor.spi.LayerRequest;
import io.venturi.processor.spi.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Lets shapes flow through the layers that a spec writes. */
final class Flow {

  /** What stands for an input that is no shape: what depends on it is not known. */
  private static final Shape UNKNOWN = Shape.flat(Dim.OfInput.ALL);

  private final Plugins plugins;
  private final int numbersPerUnit;

  /**
   * @param numbersPerUnit how many numbers the bottleneck makes for each of its units
   */
  Flow(Plugins plugins, int numbersPerUnit) {
    this.plugins = plugins;
    this.numbersPerUnit = numbersPerUnit;
  }

  List<Stage> through(List<Slot> slots, Optional<Shape> input) {
    List<Stage> stages = new ArrayList<>();
    Optional<Shape> entering = input;
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get(i);
      Optional<Shape> enters = entering;
      boolean isLast = i == slots.size() - 1 && slot.section() == Section.DECODER;
      Stage stage =
          slot.layer()
              .map(layer -> stage(layer, enters, input, isLast))
              .orElseGet(() -> gap(slot, enters));
      stages.add(stage);
      entering = stage.output();
    }
    return stages;
  }

  private Stage stage(
      LayerModel layer, Optional<Shape> input, Optional<Shape> networkInput, boolean isLast) {
    AnnotationValues values = Values.of(layer.annotation());
    boolean isSound = plugins.accepts(layer, values, isLast);
    Optional<LayerRequest> request =
        input
            .filter(shape -> isSound)
            .map(
                shape ->
                    new LayerRequest(
                        layer.name(), values, shape, networkInput.orElse(UNKNOWN), isLast, 1));
    Optional<LayerPlan> units = request.flatMap(one -> plugins.plan(layer, p -> p.plan(one)));
    Optional<LayerPlan> plan =
        layer.section() == Section.BOTTLENECK && numbersPerUnit > 1
            ? units.flatMap(one -> severalNumbers(layer, request.orElseThrow(), one))
            : units;
    Optional<Shape> output =
        units
            .map(LayerPlan::output)
            .or(() -> isSound ? output(layer, values, networkInput) : Optional.empty())
            .filter(shape -> networkInput.isPresent() || shape.width().isPresent());
    Optional<String> activation = plugins.ask(layer, p -> Optional.of(p.activation(values)));
    return new Stage(
        layer.name(),
        layer.section(),
        true,
        Optional.of(layer),
        input,
        output,
        activation,
        plan,
        plugins
            .ask(layer, p -> p.widthMember(values))
            .map(layer.annotation()::originOf)
            .orElse(layer.annotation().origin()),
        activation
            .map(name -> originOfClass(layer.annotation(), name))
            .orElse(layer.annotation().origin()));
  }

  /**
   * The plan of a bottleneck that makes several numbers for each unit, of which a type makes the
   * units that the decoder reads.
   *
   * @param units the plan of the units alone
   */
  private Optional<LayerPlan> severalNumbers(
      LayerModel layer, LayerRequest request, LayerPlan units) {
    LayerRequest several = request.withNumbersPerUnit(numbersPerUnit);
    Optional<LayerPlan> plan = plugins.plan(layer, p -> p.plan(several));
    Dim wanted = units.output().flatten().times(numbersPerUnit);
    if (plan.isPresent() && !plan.get().output().flatten().equals(wanted)) {
      plugins.cannotMakeSeveralNumbers(layer, numbersPerUnit);
      return Optional.empty();
    }
    return plan;
  }

  /** What leaves a layer of which no more is known than what it says. */
  private Optional<Shape> output(
      LayerModel layer, AnnotationValues values, Optional<Shape> networkInput) {
    OptionalInt width = networkInput.map(Shape::width).orElse(OptionalInt.empty());
    return plugins
        .ask(layer, processor -> processor.output(values))
        .map(
            shape ->
                width.isPresent() && shape.width().isEmpty()
                    ? Shape.of(shape.flatten().in(width.getAsInt()))
                    : shape);
  }

  private static Stage gap(Slot slot, Optional<Shape> input) {
    Origin origin = slot.method().origin();
    return new Stage(
        slot.method().name(),
        slot.section(),
        true,
        Optional.empty(),
        input,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        origin,
        origin);
  }

  /** Where an annotation names this class; the annotation itself if nowhere. */
  private static Origin originOfClass(AnnotationModel annotation, String binaryName) {
    return annotation.members().stream()
        .filter(
            member ->
                member.value() instanceof Value.Type type
                    && type.type().ref().binaryName().equals(binaryName))
        .map(member -> member.value().origin())
        .findFirst()
        .orElse(annotation.origin());
  }
}
