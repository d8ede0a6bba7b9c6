package io.venturi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.venturi.processor.testing.Generating;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Specs that come together, one after another, one in another, and from class files. */
class SeveralSpecsTest {

  /** Each error as {@code file:line:column text}; columns count from 1. */
  private static List<String> errors(Compilation compilation) {
    return compilation.errors().stream()
        .map(
            error ->
                "%s:%d:%d %s"
                    .formatted(
                        Path.of(error.getSource().getName()).getFileName(),
                        error.getLineNumber(),
                        error.getColumnNumber(),
                        error.getMessage(Locale.ROOT)))
        .toList();
  }

  private static JavaFileObject example(String name, String source) {
    return Compile.file("com.example." + name, Compile.IMPORTS + source);
  }

  @Test
  void everySpecOfACompilationHasItsErrorsAndTheSoundOneNone() {
    Compilation compilation =
        Compile.sources(
            example(
                "First",
                """
                @Autoencoder(input = 8) @AnyLoss
                interface First {
                  @Bottleneck @Dense(units = 2) Layer code();
                  @Decoder @Dense(units = 7) Layer rebuilt();
                }
                @Autoencoder(input = 8)
                interface BesideFirst {
                  @Bottleneck @Dense(units = 9) Layer code();
                  @Decoder @Dense(units = 8) Layer rebuilt();
                }
                """),
            example(
                "Second",
                """
                @Autoencoder(input = 8) @AnyLoss
                interface Second {
                  @Bottleneck @Dense(units = 2) Layer code();
                  @Decoder @Dense(units = 0, activation = Relu.class) Layer between();
                  @Decoder @Dense(units = 8) Layer input();
                }
                """),
            example(
                "Sound",
                """
                @Autoencoder(input = 8) @AnyLoss
                interface Sound {
                  @Bottleneck @Dense(units = 2) Layer code();
                  @Decoder @Dense(units = 8) Layer rebuilt();
                }
                """));

    assertThat(errors(compilation))
        .containsExactlyInAnyOrder(
            "First.java:9:27 [AE-017] The last layer rebuilt() has 7 outputs, but it reconstructs 8"
                + " inputs. Make it 8 wide.",
            "First.java:11:1 [AE-050] BesideFirst has no loss. Add one, such as @MeanSquaredError of"
                + " io.venturi:venturi-losses.",
            "First.java:13:30 [AE-012] @Bottleneck code() has 9 units, wider than its 8 inputs: it"
                + " compresses nothing. Use fewer than 8, or add @Overcomplete.",
            "Second.java:9:27 [AE-040] units of @Dense is 0. Use a value in [1, ∞).",
            "Second.java:10:36 [AE-008] Layer input() has a name that the generated network needs for"
                + " itself. Rename it.");
  }

  /** In its order and at its lines, whatever round it comes in. */
  @Test
  void aSpecThatAnotherProcessorGeneratesIsCheckedInItsRound() {
    JavaFileObject trigger = example("Trigger", "interface Trigger {}");
    String sound =
        """
        package com.example;
        import io.venturi.annotation.*;
        @Autoencoder(input = 4) @io.venturi.processor.testing.AnyLoss
        interface Generated {
          @Bottleneck @Dense(units = 2) Layer code();
          @Decoder @Dense(units = 4) Layer rebuilt();
        }
        """;

    Compilation good = with(new Generating("com.example.Generated", sound), trigger);
    Compilation bad =
        with(new Generating("com.example.Generated", sound.replace("= 2", "= 5")), trigger);

    assertThat(Compile.generated(good, "com.example.Generated_Network")).contains("4 → 2 → 4");
    assertThat(errors(bad))
        .containsExactly(
            "Generated.java:5:30 [AE-012] @Bottleneck code() has 5 units, wider than its 4 inputs:"
                + " it compresses nothing. Use fewer than 4, or add @Overcomplete.");
  }

  private static Compilation with(Generating other, JavaFileObject... sources) {
    return com.google.testing.compile.Compiler.javac()
        .withProcessors(new NetworkProcessor(), other)
        .compile(sources);
  }

  @Test
  void specsAreNestedAsDeepAsOneLikes() {
    Compilation compilation =
        Compile.sources(
            example(
                "Outer",
                """
                class Outer {
                  static class Middle {
                    @Autoencoder(input = 4) @AnyLoss
                    interface Spec {
                      @Bottleneck @Dense(units = 2) Layer code();
                      @Decoder @Dense(units = 4) Layer rebuilt();
                    }
                  }
                }
                """));

    assertThat(Compile.log(compilation)).isEmpty();
    assertThat(Compile.generated(compilation, "com.example.Outer_Middle_Spec_Network"))
        .contains("GeneratedNetwork<Outer.Middle.Spec, Outer_Middle_Spec_Network.Workspace>")
        .contains("builder(\"com.example.Outer$Middle$Spec\", 4)");
  }

  @Test
  void aNestedSpecAndOneOfItsNetworksNameClash() {
    String layers =
        """
          @Bottleneck @Dense(units = 2) Layer code();
          @Decoder @Dense(units = 4) Layer rebuilt();
        """;
    Compilation compilation =
        Compile.sources(
            example(
                "Outer",
                """
                class Outer {
                  @Autoencoder(input = 4) @AnyLoss interface Spec {
                %s  }
                }
                @Autoencoder(input = 4) @AnyLoss interface Outer_Spec {
                %s}
                """
                    .formatted(layers, layers)));

    assertThat(errors(compilation))
        .singleElement()
        .asString()
        .contains("[AE-007] Outer_Spec_Network is generated for Outer")
        .contains("but there is such a class already. Rename the one or the other.");
  }

  /** Neither alphabetical nor by use: as in the base's own source. */
  @Test
  void layersOfABaseFromAClassFileKeepTheirOrder(@TempDir Path classes) throws IOException {
    Compilation compilation = withBase(classes, 6);

    assertThat(Compile.generated(compilation, "com.example.Example_Network"))
        .contains("10 → 9 → 8 → 7 → 6 → 2 → 10");
  }

  /** It has no place in the source, so the error stands at the spec that inherits it. */
  @Test
  void aWrongValueInAClassFileIsAnErrorOfTheSpec(@TempDir Path classes) throws IOException {
    assertThat(errors(withBase(classes, 0)))
        .containsExactly(
            "Example.java:7:1 [AE-040] units of @Dense is 0. Use a value in [1, ∞). This comes from"
                + " bear() of com.other.Base.");
  }

  private static Compilation withBase(Path classes, int units) throws IOException {
    Compilation base =
        com.google.testing.compile.Compiler.javac()
            .compile(
                Compile.file(
                    "com.other.Base",
                    """
                    package com.other;
                    import io.venturi.annotation.*;
                    public interface Base {
                      @Encoder @Dense(units = 9) Layer zebra();
                      @Encoder @Dense(units = 8) Layer ape();
                      @Encoder @Dense(units = 7) Layer mouse();
                      @Encoder @Dense(units = %d) Layer bear();
                      @Bottleneck @Dense(units = 2) Layer yak();
                    }
                    """
                        .formatted(units)));
    for (JavaFileObject file : base.generatedFiles()) {
      Path target = classes.resolve("com/other/Base.class");
      Files.createDirectories(target.getParent());
      try (InputStream in = file.openInputStream()) {
        Files.copy(in, target);
      }
    }
    List<File> path =
        Stream.concat(
                Stream.of(classes.toFile()),
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(File::new))
            .toList();

    return com.google.testing.compile.Compiler.javac()
        .withProcessors(new NetworkProcessor())
        .withClasspath(path)
        .compile(
            example(
                "Example",
                """
                @Autoencoder(input = 10) @AnyLoss
                interface Example extends com.other.Base {
                  @Decoder @Dense(units = 10) Layer rebuilt();
                }
                """));
  }

  @Test
  void namesThatLayersWouldTakeFromSizesAreLeftToThem() {
    Compilation compilation =
        Compile.sources(
            example(
                "Example",
                """
                @Autoencoder(input = Autoencoder.FROM_DATA) @AnyLoss
                interface Example {
                  @Encoder @Dense(share = 1) Layer wide();
                  @Encoder @Dense(share = 0.5) Layer description();
                  @Encoder @Dense(share = 0.4) Layer inputWidth();
                  @Bottleneck @Dense(share = 0.2) Layer inputWidthUnits();
                  @Decoder @Dense Layer descriptionUnits();
                }
                """));

    assertThat(Compile.log(compilation)).isEmpty();
    assertThat(Compile.generated(compilation, "com.example.Example_Network"))
        .contains("public Example_Network(int inputWidth_)")
        .contains("description_ = new Description().apply(inputWidth_)")
        .contains("private final int descriptionUnits_;")
        .contains("private final int inputWidthUnits_;")
        .contains("network.wide.activations(memory.hidden(network.inputWidth_))");
  }
}
