package io.venturi.processor.internal.lower;

import static java.util.stream.Collectors.joining;

import io.venturi.processor.internal.diagnostics.Message;
import io.venturi.processor.internal.diagnostics.Report;
import io.venturi.processor.internal.ir.Kind;
import io.venturi.processor.internal.ir.LayerModel;
import io.venturi.processor.internal.ir.Origin;
import io.venturi.processor.internal.ir.SpecModel;
import io.venturi.processor.spi.AnnotationValues;
import io.venturi.processor.spi.LayerInference;
import io.venturi.processor.spi.LayerPlan;
import io.venturi.processor.spi.LayerProblem;
import io.venturi.processor.spi.LayerProcessor;
import io.venturi.processor.spi.LayerRefusal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks the layer plugins on behalf of one spec. What they do wrong is their error, by name. */
final class Plugins {

  private final LayerProcessors processors;
  private final Report.Builder report;
  private final Set<String> missing = new HashSet<>();

  Plugins(LayerProcessors processors, SpecModel spec, Report.Builder report) {
    this.processors = processors;
    this.report = report;
    for (String failure : processors.failures()) {
      report.add(Message.LAYER_PROCESSOR_NOT_LOADED, spec.origin(), failure);
    }
  }

  /** The one processor for a layer; that there is none, or a choice, is said once a spec. */
  Optional<LayerProcessor> of(LayerModel layer) {
    String annotation = layer.annotation().type().binaryName();
    List<LayerProcessor> found = processors.of(annotation);
    if (found.size() == 1) {
      return Optional.of(found.get(0));
    }
    if (missing.add(annotation)) {
      reportNotOne(layer, found);
    }
    return Optional.empty();
  }

  /** The plan that a plugin makes; its refusals become errors. */
  Optional<LayerPlan> plan(LayerModel layer, Function<LayerProcessor, LayerInference> question) {
    Optional<LayerInference> answer =
        of(layer)
            .flatMap(processor -> ask(layer, processor, () -> checked(question.apply(processor))));
    if (answer.isPresent() && answer.get() instanceof LayerRefusal refusal) {
      refusal.problems().forEach(problem -> report(layer, problem));
    }
    return answer.filter(LayerPlan.class::isInstance).map(LayerPlan.class::cast);
  }

  /** A bottleneck that does not make what a type of the spec needs. */
  void cannotMakeSeveralNumbers(LayerModel layer, int numbers) {
    report.add(Message.SEVERAL_NUMBERS, layer.annotation().origin(), numbers, layer.display());
  }

  /** Whether a plugin finds nothing wrong with a layer's annotation; its refusals become errors. */
  boolean accepts(LayerModel layer, AnnotationValues values, boolean isLast) {
    List<LayerProblem> problems =
        ask(layer, processor -> Optional.of(processor.check(values, isLast))).orElse(List.of());
    problems.forEach(problem -> report(layer, problem));
    return problems.isEmpty();
  }

  /** What a plugin says of a layer, if it says anything. */
  <T> Optional<T> ask(LayerModel layer, Function<LayerProcessor, Optional<T>> question) {
    return of(layer)
        .flatMap(processor -> ask(layer, processor, () -> question.apply(processor)))
        .flatMap(answer -> answer);
  }

  /** A fault of the plugin that no call of it showed. */
  void blame(LayerModel layer, String fault) {
    of(layer).ifPresent(processor -> blame(layer, processor, fault));
  }

  /** A question that plugin code answers, rightly or not. */
  private interface Question<T> {
    @Nullable T answer();
  }

  private <T> Optional<T> ask(LayerModel layer, LayerProcessor processor, Question<T> question) {
    try {
      T answer = question.answer();
      if (answer != null) {
        return Optional.of(answer);
      }
      blame(layer, processor, "it answered null");
    } catch (RuntimeException | LinkageError e) {
      blame(layer, processor, e.toString());
    }
    return Optional.empty();
  }

  private void blame(LayerModel layer, LayerProcessor processor, String fault) {
    report.add(
        Message.LAYER_PROCESSOR_FAILED,
        layer.annotation().origin(),
        processor.getClass().getName(),
        layer.display(),
        fault);
  }

  /** A shape whose width is no number is a fault of the plugin, to be found while it is asked. */
  private static @Nullable LayerInference checked(@Nullable LayerInference answer) {
    if (answer instanceof LayerPlan plan) {
      var unused = plan.output().flatten();
    }
    return answer;
  }

  private void report(LayerModel layer, LayerProblem problem) {
    Origin origin =
        problem.member().map(layer.annotation()::originOf).orElse(layer.annotation().origin());
    report.add(Message.LAYER_REFUSED, origin, layer.display(), problem.fact(), problem.fix());
  }

  private void reportNotOne(LayerModel layer, List<LayerProcessor> found) {
    String artifact =
        layer.annotation().as(Kind.IsLayer.class).map(Kind.IsLayer::processor).orElse("");
    Origin origin = layer.annotation().origin();
    String name = layer.annotation().display();
    if (found.isEmpty()) {
      report.add(Message.NO_LAYER_PROCESSOR, origin, name, artifact);
    } else {
      String classes =
          found.stream().map(each -> each.getClass().getName()).sorted().collect(joining(", "));
      report.add(Message.SEVERAL_LAYER_PROCESSORS, origin, name, classes);
    }
  }
}
