package io.venturi.processor.internal.lower;

import io.venturi.processor.internal.CoreNames;
import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.AnnotationModel;
import io.venturi.processor.internal.ir.ClassIndex;
import io.venturi.processor.internal.ir.ClassModel;
import io.venturi.processor.internal.ir.ClassRef;
import io.venturi.processor.internal.ir.Contribution;
import io.venturi.processor.internal.ir.KernelArgument;
import io.venturi.processor.internal.ir.Kind;
import io.venturi.processor.internal.ir.LayerModel;
import io.venturi.processor.internal.ir.MethodModel;
import io.venturi.processor.internal.ir.NetworkLayer;
import io.venturi.processor.internal.ir.NetworkModel;
import io.venturi.processor.internal.ir.SpecForm;
import io.venturi.processor.internal.ir.SpecModel;
import io.venturi.processor.spi.Argument;
import io.venturi.processor.spi.LayerPlan;
import io.venturi.processor.spi.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Resolves every name in the plans and puts the network together. */
final class Assembler {

  private final SpecModel spec;
  private final ClassIndex classes;
  private final Plugins plugins;
  private final Report.Builder report;
  private boolean usesDeprecated;

  Assembler(SpecModel spec, ClassIndex classes, Plugins plugins, Report.Builder report) {
    this.spec = spec;
    this.classes = classes;
    this.plugins = plugins;
    this.report = report;
    this.usesDeprecated =
        spec.isDeprecated() || spec.methods().stream().anyMatch(MethodModel::isDeprecated);
  }

  /** The network of a flow without gaps; what cannot be resolved is in the report. */
  Optional<NetworkModel> assemble(Shape input, List<Stage> stages) {
    List<NetworkLayer> layers = new ArrayList<>();
    Set<String> earlier = new HashSet<>();
    Stage last = stages.get(stages.size() - 1);
    for (Stage stage : stages) {
      layer(stage, stage.equals(last), earlier).ifPresent(layers::add);
      earlier.add(stage.name());
    }
    Optional<ClassRef> outputActivation =
        resolve(last.activation().orElseThrow(), last.layer().orElseThrow());
    return outputActivation.map(
        activation ->
            new NetworkModel(
                spec.ref(),
                spec.form() == SpecForm.ABSTRACT_CLASS,
                spec.isPublic(),
                spec.isOvercomplete(),
                spec.memberTypes(),
                input,
                contributions(stages),
                layers,
                activation,
                JacobianCheck.isPossible(stages, classes),
                usesDeprecated,
                spec.generatedAnnotation()));
  }

  private Optional<NetworkLayer> layer(Stage stage, boolean isLast, Set<String> earlier) {
    LayerModel layer = stage.layer().orElseThrow();
    LayerPlan plan = stage.plan().orElseThrow();
    Optional<ClassRef> kernel = resolve(plan.kernel(), layer);
    Optional<ClassRef> activations = resolve(plan.activations(), layer);
    List<KernelArgument> arguments = new ArrayList<>();
    for (Argument argument : plan.arguments()) {
      argument(argument, stage, isLast, earlier).ifPresent(arguments::add);
    }
    if (kernel.isEmpty() || activations.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new NetworkLayer(
            stage.name(),
            stage.section(),
            stage.isMember(),
            layer.annotation().type(),
            stage.input().orElseThrow(),
            plan.output(),
            kernel.get(),
            arguments,
            activations.get(),
            attributes(plan, stage),
            plan.parameters()));
  }

  /** The run time makes every layer's activation, so the table always names it. */
  private static Map<String, String> attributes(LayerPlan plan, Stage stage) {
    Map<String, String> attributes = new TreeMap<>(plan.attributes());
    attributes.put("activation", stage.activation().orElseThrow());
    return attributes;
  }

  private Optional<KernelArgument> argument(
      Argument argument, Stage stage, boolean isLast, Set<String> earlier) {
    LayerModel layer = stage.layer().orElseThrow();
    if (argument instanceof Argument.Size size) {
      return Optional.of(new KernelArgument.Size(size.dim()));
    }
    if (argument instanceof Argument.NewInstance instance) {
      return resolve(instance.type(), layer).map(KernelArgument.New::new);
    }
    if (argument instanceof Argument.LayerActivation) {
      String activation = isLast ? CoreNames.LINEAR : stage.activation().orElseThrow();
      return resolve(activation, layer).map(KernelArgument.New::new);
    }
    if (argument instanceof Argument.KernelOf kernel) {
      if (!earlier.contains(kernel.layer())) {
        plugins.blame(layer, "it uses the kernel of '" + kernel.layer() + "', no earlier layer");
      }
      return Optional.of(new KernelArgument.Field(kernel.layer()));
    }
    return Optional.of(new KernelArgument.Literal(literal(argument)));
  }

  private static Object literal(Argument argument) {
    if (argument instanceof Argument.IntLiteral number) {
      return number.value();
    }
    if (argument instanceof Argument.FloatLiteral number) {
      return number.value();
    }
    if (argument instanceof Argument.DoubleLiteral number) {
      return number.value();
    }
    if (argument instanceof Argument.BooleanLiteral truth) {
      return truth.value();
    }
    if (argument instanceof Argument.StringLiteral text) {
      return text.value();
    }
    throw new IllegalArgumentException("no literal: " + argument);
  }

  private Optional<ClassRef> resolve(String binaryName, LayerModel layer) {
    Optional<ClassModel> found = classes.find(binaryName);
    if (found.isEmpty()) {
      report.add(
          Message.CLASS_NOT_FOUND,
          layer.annotation().origin(),
          layer.display(),
          binaryName,
          layer.annotation().as(Kind.IsLayer.class).map(Kind.IsLayer::runtime).orElseThrow());
    }
    found.ifPresent(type -> usesDeprecated |= type.isDeprecated());
    return found.map(ClassModel::ref);
  }

  /** Of the spec's own annotations, and then of its layers', each once. */
  private List<Contribution> contributions(List<Stage> stages) {
    return Stream.concat(
            spec.annotations().stream(),
            stages.stream().map(stage -> stage.layer().orElseThrow().annotation()))
        .flatMap(each -> contribution(each).stream())
        .distinct()
        .toList();
  }

  private static Optional<Contribution> contribution(AnnotationModel annotation) {
    return annotation
        .as(Kind.IsLoss.class)
        .map(Kind.IsLoss::runtime)
        .or(() -> annotation.as(Kind.IsType.class).map(Kind.IsType::runtime))
        .or(() -> annotation.as(Kind.IsNoise.class).map(Kind.IsNoise::runtime))
        .or(() -> annotation.as(Kind.IsLayer.class).map(Kind.IsLayer::runtime))
        .map(artifact -> new Contribution(annotation.type(), artifact));
  }
}
