package io.venturi.processor.internal.diagnostics;

import io.venturi.processor.internal.ir.Origin;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/** Prints problems as the compiler's errors, each where it is. */
public final class Diagnostics {

  private final Messager messager;

  public Diagnostics(Messager messager) {
    this.messager = messager;
  }

  /** Prints every problem. */
  public void print(Report report) {
    for (Problem problem : report.problems()) {
      print(problem.text(), problem.origin());
    }
  }

  private void print(String text, Origin origin) {
    if (!(origin instanceof ElementOrigin place)) {
      throw new IllegalArgumentException("an origin that no reader made: " + origin);
    }
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
