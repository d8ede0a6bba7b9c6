package io.venturi.processor;

import static java.util.stream.Collectors.joining;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles specs as a strict build would. */
final class Compile {

  static final String IMPORTS =
      """
      package com.example;
      import com.stranger.*;
      import io.venturi.annotation.*;
      import io.venturi.kernel.*;
      import io.venturi.processor.testing.*;
      """;

  private Compile() {}

  /** Compiles one file of package com.example, with the usual imports in front. */
  static Compilation example(String source) {
    return sources(JavaFileObjects.forSourceString("com.example.Example", IMPORTS + source));
  }

  static Compilation sources(JavaFileObject... sources) {
    return with(new NetworkProcessor(), sources);
  }

  static Compilation with(Processor processor, JavaFileObject... sources) {
    return Compiler.javac()
        .withProcessors(processor)
        .withOptions("-Xlint:all,-processing", "-Werror", "--release", "17", "-parameters")
        .compile(sources);
  }

  static JavaFileObject file(String name, String source) {
    return JavaFileObjects.forSourceString(name, source);
  }

  /** The generated source of this class. */
  static String generated(Compilation compilation, String name) {
    JavaFileObject file =
        compilation
            .generatedSourceFile(name)
            .orElseThrow(
                () -> new AssertionError(name + " is not generated: " + errors(compilation)));
    try {
      return file.getCharContent(false).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The errors as {@code line: text}, in the order of their lines; javac's own in short. */
  static List<String> errors(Compilation compilation) {
    return compilation.errors().stream().map(Compile::line).sorted().toList();
  }

  /** Our errors in the first file, as {@code line: text}, in the order of their coming. */
  static List<String> ownErrors(Compilation compilation) {
    return compilation.errors().stream()
        .filter(error -> error.getMessage(Locale.ROOT).startsWith("[AE-"))
        .filter(error -> error.getSource().getName().endsWith("/Example.java"))
        .map(Compile::line)
        .toList();
  }

  /** Everything that javac says. */
  static String log(Compilation compilation) {
    return compilation.diagnostics().stream()
        .map(Diagnostic::toString)
        .collect(joining(System.lineSeparator()));
  }

  private static String line(Diagnostic<?> error) {
    String text = error.getMessage(Locale.ROOT).lines().findFirst().orElseThrow();
    return String.format(Locale.ROOT, "%3d: %s", error.getLineNumber(), text);
  }
}
