package io.venturi.processor.internal.diagnostics;

import io.venturi.processor.internal.ir.Origin;
import javax.annotation.processing.Messager;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Prints problems as the compiler's errors, each where it is. */
public final class Diagnostics {

  private final Messager messager;
  private final Sources sources;

  public Diagnostics(Messager messager, Sources sources) {
    this.messager = messager;
    this.sources = sources;
  }

  /**
   * Prints every problem of a spec, from the top of the source to its bottom. One in a class file,
   * which has no place in the source, stands at the spec.
   */
  public void print(Report report, TypeElement spec) {
    report.problems().stream()
        .sorted(sources.order())
        .forEach(problem -> print(problem.text(), problem.origin(), spec));
  }

  private void print(String text, Origin origin, TypeElement spec) {
    if (origin instanceof ElementOrigin place && sources.isClassFile(place.element())) {
      messager.printMessage(
          Diagnostic.Kind.ERROR,
          "%s This comes from %s of %s."
              .formatted(text, place.element(), place.element().getEnclosingElement()),
          spec);
    } else if (origin instanceof ElementOrigin place) {
      print(text, place);
    } else if (origin instanceof TreeOrigin place) {
      sources
          .trees()
          .orElseThrow()
          .printMessage(
              Diagnostic.Kind.ERROR,
              text,
              place.path().getLeaf(),
              place.path().getCompilationUnit());
    } else {
      throw new IllegalArgumentException("an origin that no reader made: " + origin);
    }
  }

  private void print(String text, ElementOrigin place) {
    if (place.annotation() == null) {
      messager.printMessage(Diagnostic.Kind.ERROR, text, place.element());
    } else if (place.value() == null) {
      messager.printMessage(Diagnostic.Kind.ERROR, text, place.element(), place.annotation());
    } else {
      messager.printMessage(
          Diagnostic.Kind.ERROR, text, place.element(), place.annotation(), place.value());
    }
  }
}
