package io.venturi.processor.internal.lower;

import io.venturi.processor.internal.ir.AnnotationModel;
import io.venturi.processor.internal.ir.LayerModel;
import io.venturi.processor.internal.ir.Origin;
import io.venturi.processor.internal.ir.Value;
import io.venturi.processor.internal.validate.Slot;
import io.venturi.processor.spi.AnnotationValues;
import io.venturi.processor.spi.LayerPlan;
import io.venturi.processor.spi.LayerProcessor;
import io.venturi.processor.spi.LayerRequest;
import io.venturi.processor.spi.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets shapes flow through the layers that a spec writes. */
final class Flow {

  private final Plugins plugins;

  Flow(Plugins plugins) {
    this.plugins = plugins;
  }

  List<Stage> through(List<Slot> slots, Optional<Shape> input) {
    List<Stage> stages = new ArrayList<>();
    Optional<Shape> entering = input;
    for (Slot slot : slots) {
      Optional<Shape> enters = entering;
      Stage stage =
          slot.layer().map(layer -> stage(layer, enters)).orElseGet(() -> gap(slot, enters));
      stages.add(stage);
      entering = stage.output();
    }
    return stages;
  }

  private Stage stage(LayerModel layer, Optional<Shape> input) {
    AnnotationValues values = Values.of(layer.annotation());
    Optional<LayerPlan> plan =
        input.flatMap(
            shape ->
                plugins.plan(layer, p -> p.plan(new LayerRequest(layer.name(), values, shape))));
    Optional<Shape> output =
        plan.map(LayerPlan::output).or(() -> plugins.ask(layer, p -> p.output(values)));
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
            .ask(layer, LayerProcessor::widthMember)
            .map(layer.annotation()::originOf)
            .orElse(layer.annotation().origin()),
        activation
            .map(name -> originOfClass(layer.annotation(), name))
            .orElse(layer.annotation().origin()));
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
