package io.venturi.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole generated networks. To accept a change of them, run with {@code -Dventuri.golden=write} and
 * read the difference.
 */
class GeneratedNetworkTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final boolean WRITE = "write".equals(System.getProperty("venturi.golden"));

  /** As plugins/losses has it; the processor's tests do without that artifact. */
  private static final JavaFileObject MEAN_SQUARED_ERROR =
      Compile.file(
          "io.venturi.losses.MeanSquaredError",
          """
          package io.venturi.losses;
          @io.venturi.annotation.LossKind(runtime = "io.venturi:venturi-losses")
          public @interface MeanSquaredError {}
          """);

  private static final JavaFileObject FASHION =
      Compile.file(
          "com.example.FashionAutoencoder",
          """
          package com.example;

          import io.venturi.annotation.*;
          import io.venturi.kernel.Relu;
          import io.venturi.kernel.Sigmoid;
          import io.venturi.losses.MeanSquaredError;

          @Autoencoder(input = 784)
          @MeanSquaredError
          public interface FashionAutoencoder {
            @Encoder    @Dense(units = 256, activation = Relu.class)    Layer wide();
            @Encoder    @Dense(units = 128, activation = Relu.class)    Layer narrow();
            @Bottleneck @Dense(units = 32,  activation = Relu.class)    Layer code();
            @Decoder    @Dense(units = 128, activation = Relu.class)    Layer widen();
            @Decoder    @Dense(units = 256, activation = Relu.class)    Layer wider();
            @Decoder    @Dense(units = 784, activation = Sigmoid.class) Layer pixels();
          }
          """);

  @Test
  void theNetworkInTheDocumentationIsTheGeneratedOne() throws IOException {
    Path page = Path.of("../docs/generated-code.md");
    Compilation compilation = Compile.sources(MEAN_SQUARED_ERROR, FASHION);
    String generated = Compile.generated(compilation, "com.example.FashionAutoencoder_Network");
    String text = Files.readString(page);
    int start = text.indexOf("```java\npackage com.example;") + "```java\n".length();
    int end = text.indexOf("```", start);
    if (WRITE) {
      Files.writeString(page, text.substring(0, start) + generated + text.substring(end));
      return;
    }

    assertThat(text.substring(start, end)).isEqualTo(generated);
    assertThat(Compile.log(compilation)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mirrored",
        "Tied",
        "Nested",
        "AbstractClass",
        "Stranger",
        "Inherited",
        "Table",
        "TwoHeads",
        "Normalized"
      })
  void generatedNetworkIsTheGoldenOne(String name) throws IOException {
    Compilation compilation = Compile.sources(golden(name));

    assertThat(Compile.log(compilation)).isEmpty();
    for (JavaFileObject file : compilation.generatedSourceFiles()) {
      Path path = Path.of(file.getName());
      Path golden = GOLDEN.resolve(path.getFileName() + ".txt");
      String generated = file.getCharContent(false).toString();
      if (WRITE) {
        Files.writeString(golden, generated);
      }
      assertThat(generated).isEqualTo(Files.readString(golden));
    }
    assertThat(compilation.generatedSourceFiles()).hasSize(1);
  }

  @Test
  void twoCompilesWriteTheSameBytes() throws IOException {
    assertThat(bytes(Compile.sources(MEAN_SQUARED_ERROR, FASHION)))
        .isEqualTo(bytes(Compile.sources(MEAN_SQUARED_ERROR, FASHION)));
  }

  @Test
  void aSpecInTheUnnamedPackageWorks() {
    Compilation compilation =
        Compile.sources(
            Compile.file(
                "Spec",
                """
                import io.venturi.annotation.*;
                @Autoencoder(input = 4) @io.venturi.processor.testing.AnyLoss
                interface Spec {
                  @Bottleneck @Dense(units = 2) Layer code();
                  @Decoder @Dense(units = 4) Layer rebuilt();
                }
                """));

    assertThat(Compile.log(compilation)).isEmpty();
    assertThat(Compile.generated(compilation, "Spec_Network"))
        .contains("\nfinal class Spec_Network\n")
        .contains("NetworkDescription.builder(\"Spec\", 4)");
  }

  @Test
  void namesOfTheSpecAndItsNestedTypesDoNotHideTheGeneratedCodesOwn() {
    Compilation compilation =
        Compile.sources(
            Compile.file(
                "com.example.Workspace",
                """
                package com.example;
                import io.venturi.annotation.*;
                @Autoencoder(input = 4) @io.venturi.processor.testing.AnyLoss
                interface Workspace {
                  @Bottleneck @Dense(units = 2) io.venturi.annotation.Layer code();
                  @Decoder @Dense(units = 4) io.venturi.annotation.Layer rebuilt();
                  interface Layer {}
                  interface Activations {}
                  interface Layers {}
                }
                """));

    assertThat(Compile.log(compilation)).isEmpty();
    assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
  }

  @Test
  void deprecatedSpecsCompileWithoutWarnings() {
    Compilation compilation =
        Compile.example(
            """
            class Example {
              @Deprecated(forRemoval = true)
              @Autoencoder(input = 4) @AnyLoss
              interface Old {
                @Bottleneck @Dense(units = 2) Layer code();
                @Decoder @Dense(units = 4) Layer rebuilt();
              }
            }
            """);

    assertThat(Compile.log(compilation)).isEmpty();
  }

  @Test
  void anOvercompleteCodeIsAllowedWhenMeant() {
    Compilation compilation =
        Compile.example(
            """
            @Autoencoder(input = 4) @AnyLoss @Overcomplete @Corrupting @Penalising @SomeNoise
            interface Example {
              @Bottleneck @Dense(units = 9) Layer code();
              @Decoder @Dense(units = 4) Layer rebuilt();
            }
            """);

    assertThat(Compile.log(compilation)).isEmpty();
    assertThat(Compile.generated(compilation, "com.example.Example_Network"))
        .containsSubsequence("AnyLoss", "Corrupting", "Penalising", "SomeNoise");
  }

  private static List<String> bytes(Compilation compilation) throws IOException {
    return compilation.generatedFiles().stream()
        .filter(file -> file.getKind() != JavaFileObject.Kind.OTHER)
        .map(GeneratedNetworkTest::content)
        .toList();
  }

  private static String content(JavaFileObject file) {
    try (var stream = file.openInputStream()) {
      return file.getName() + java.util.HexFormat.of().formatHex(stream.readAllBytes());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static JavaFileObject golden(String name) throws IOException {
    String source = Files.readString(GOLDEN.resolve(name + ".java.txt"), UTF_8);
    return Compile.file("com.example." + name, Compile.IMPORTS + source);
  }
}
