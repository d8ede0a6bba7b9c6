package io.venturi.convolutional.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.venturi.processor.NetworkProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Specs of images, compiled: what is written for them, and what is wrong with bad ones. In {@code
 * bad/*.txt} a comment {@code // ! text} expects that error on the next line of code.
 */
class ImageSpecsTest {

  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final boolean WRITE = "write".equals(System.getProperty("venturi.golden"));
  private static final String EXPECTED = "// ! ";

  private static final String IMPORTS =
      """
      package com.example;
      import io.venturi.annotation.*;
      import io.venturi.convolutional.*;
      import io.venturi.kernel.*;
      import io.venturi.losses.*;
      """;

  private static Compilation compile(String source) {
    return Compiler.javac()
        .withProcessors(new NetworkProcessor())
        .withOptions("-Xlint:all,-processing", "-Werror", "--release", "17", "-parameters")
        .compile(JavaFileObjects.forSourceString("com.example.Example", IMPORTS + source));
  }

  static List<String> badSpecs() throws IOException {
    try (Stream<Path> files = Files.list(RESOURCES.resolve("bad"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("badSpecs")
  void badSpecHasItsErrorsAndNoOthers(String file) throws IOException {
    String source = Files.readString(RESOURCES.resolve("bad").resolve(file));
    List<String> expected = new ArrayList<>();
    List<String> pending = new ArrayList<>();
    int number = 0;
    for (String line : (IMPORTS + source).lines().toList()) {
      number++;
      if (line.strip().startsWith(EXPECTED)) {
        pending.add(line.strip().substring(EXPECTED.length()));
      } else {
        for (String text : pending) {
          expected.add(String.format(Locale.ROOT, "%3d: %s", number, text));
        }
        pending.clear();
      }
    }

    List<String> errors =
        compile(source).errors().stream()
            .map(
                error ->
                    String.format(
                        Locale.ROOT,
                        "%3d: %s",
                        error.getLineNumber(),
                        error.getMessage(Locale.ROOT).lines().findFirst().orElseThrow()))
            .sorted()
            .toList();
    assertThat(errors).isEqualTo(expected.stream().sorted().toList());
  }

  @Test
  void generatedNetworkIsTheGoldenOne() throws IOException {
    Compilation compilation =
        compile(Files.readString(RESOURCES.resolve("golden/Images.java.txt")));
    assertThat(compilation.diagnostics()).isEmpty();
    String generated =
        compilation
            .generatedSourceFile("com.example.Example_Network")
            .orElseThrow()
            .getCharContent(false)
            .toString();
    Path golden = RESOURCES.resolve("golden/Images_Network.java.txt");
    if (WRITE) {
      Files.writeString(golden, generated);
    }
    assertThat(generated).isEqualTo(Files.readString(golden));
  }

  /** Every sort of refusal is told in the documentation. */
  @Test
  void theDocumentationTellsOfThem() throws IOException {
    String page = Files.readString(Path.of("../../docs/errors.md"));
    for (String words :
        List.of(
            "works on images",
            "larger than its padded input",
            "with this window",
            "both padding = SAME and pads",
            "beyond the image",
            "values of 784")) {
      assertThat(page).contains(words);
    }
  }
}
