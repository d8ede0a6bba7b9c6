package io.venturi.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.venturi.processor.internal.lower.LayerProcessors;
import io.venturi.processor.testing.Generating;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.lang.model.SourceVersion;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the processor is found, and how it lives with others. */
class NetworkProcessorTest {

  private static final String BROKEN = "com.example.Gone";

  @Test
  void javacFindsItByItself() {
    assertThat(ServiceLoader.load(Processor.class)).anyMatch(NetworkProcessor.class::isInstance);
  }

  @Test
  void gradleKnowsThatItIsIsolating() throws IOException {
    try (var metadata =
        NetworkProcessor.class.getResourceAsStream(
            "/META-INF/gradle/incremental.annotation.processors")) {
      assertThat(metadata).hasContent(NetworkProcessor.class.getName() + ",isolating");
    }
  }

  @Test
  void itTakesTheLatestSource() {
    assertThat(new NetworkProcessor().getSupportedSourceVersion())
        .isEqualTo(SourceVersion.latestSupported());
  }

  @Test
  void aLayerProcessorThatCannotBeLoadedIsAnError(@TempDir Path jar) throws IOException {
    Path services =
        Files.createDirectories(jar.resolve("META-INF/services"))
            .resolve("io.venturi.processor.spi.LayerProcessor");
    Files.writeString(services, BROKEN);
    try (URLClassLoader loader = loader(jar)) {
      Compilation compilation =
          Compile.with(new NetworkProcessor(LayerProcessors.load(loader)), spec("Relu"));

      assertThat(Compile.errors(compilation))
          .containsExactly(
              "  7: [AE-063] A LayerProcessor on the processor path could not be loaded:"
                  + " io.venturi.processor.spi.LayerProcessor: Provider com.example.Gone not found."
                  + " Repair or remove its jar.");
    }
  }

  @Test
  void specsWaitForClassesThatOtherProcessorsGenerate() {
    Compilation compilation =
        com.google.testing.compile.Compiler.javac()
            .withProcessors(
                new NetworkProcessor(),
                new Generating(
                    "com.example.Generated",
                    """
                    package com.example;
                    final class Generated implements io.venturi.kernel.ElementwiseActivation {
                      @Override public void apply(float[] x, int n) {}
                      @Override public void gradient(float[] gradient, float[] y, int n) {}
                    }
                    """))
            .compile(spec("Generated"));

    assertThat(Compile.log(compilation)).isEmpty();
    assertThat(Compile.generated(compilation, "com.example.Example_Network"))
        .contains("new Generated()");
  }

  @Test
  void specsWaitForAnnotationsThatOtherProcessorsGenerate() {
    Compilation compilation =
        com.google.testing.compile.Compiler.javac()
            .withProcessors(
                new NetworkProcessor(),
                new Generating(
                    "com.example.Generated",
                    """
                    package com.example;
                    @io.venturi.annotation.LossKind(
                        runtime = "com.example:losses",
                        output = @io.venturi.annotation.Codomain)
                    @interface Generated {}
                    """))
            .compile(
                Compile.file(
                    "com.example.Example",
                    Compile.IMPORTS
                        + """
                        @Autoencoder(input = 4) @Generated
                        interface Example {
                          @Bottleneck @Dense(units = 2) Layer code();
                          @Decoder @Dense(units = 4) Layer rebuilt();
                        }
                        """));

    assertThat(Compile.log(compilation)).isEmpty();
    assertThat(Compile.generated(compilation, "com.example.Example_Network"))
        .contains("com.example.Generated");
  }

  /** The compiler says nothing of it, and without a word the network would not be there. */
  @Test
  void aBaseThatWasCompiledAgainstSomethingElseIsAnError(@TempDir Path classes) throws IOException {
    Compilation base =
        com.google.testing.compile.Compiler.javac()
            .compile(
                Compile.file(
                    "com.other.Gone",
                    "package com.other;"
                        + " public interface Gone extends io.venturi.annotation.ActivationType {}"),
                Compile.file(
                    "com.other.Base",
                    """
                    package com.other;
                    import io.venturi.annotation.*;
                    public interface Base {
                      @Encoder @Dense(units = 3, activation = Gone.class) Layer wide();
                    }
                    """));
    for (JavaFileObject file : base.generatedFiles()) {
      if (file.getName().endsWith("Base.class")) {
        Path target = classes.resolve("com/other/Base.class");
        Files.createDirectories(target.getParent());
        try (InputStream in = file.openInputStream()) {
          Files.copy(in, target);
        }
      }
    }
    List<File> path =
        Stream.concat(
                Stream.of(classes.toFile()),
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(File::new))
            .toList();
    Compilation compilation =
        com.google.testing.compile.Compiler.javac()
            .withProcessors(new NetworkProcessor())
            .withClasspath(path)
            .compile(
                Compile.file(
                    "com.example.Example",
                    Compile.IMPORTS
                        + """
                        @Autoencoder(input = 4) @AnyLoss
                        interface Example extends com.other.Base {
                          @Bottleneck @Dense(units = 2) Layer code();
                          @Decoder @Dense(units = 4) Layer rebuilt();
                        }
                        """));

    assertThat(Compile.errors(compilation))
        .containsExactly(
            "  7: [AE-071] Example inherits from com.other.Base, which names a class that is not on"
                + " the class path. Add what it was compiled against to the dependencies.");
  }

  /** It is narrower than the network's input, so it compresses; the layer before did. */
  @Test
  void aBottleneckMayBeAsWideAsItsOwnInputs() {
    Compilation compilation =
        Compile.sources(
            Compile.file(
                "com.example.Example",
                Compile.IMPORTS
                    + """
                    @Autoencoder(input = 4) @AnyLoss
                    interface Example {
                      @Encoder @Dense(units = 2) Layer narrow();
                      @Bottleneck @Dense(units = 2) Layer code();
                      @Decoder @Dense(units = 4) Layer rebuilt();
                    }
                    """));

    assertThat(Compile.log(compilation)).isEmpty();
  }

  @Test
  void aClassThatNobodyGeneratesIsTheCompilersError() {
    Compilation compilation = Compile.sources(spec("Missing"));

    assertThat(Compile.errors(compilation)).containsExactly("  8: cannot find symbol");
  }

  private static JavaFileObject spec(String activation) {
    return Compile.file(
        "com.example.Example",
        Compile.IMPORTS
            + """
            @Autoencoder(input = 4) @AnyLoss
            interface Example {
              @Bottleneck @Dense(units = 2, activation = %s.class) Layer code();
              @Decoder @Dense(units = 4) Layer rebuilt();
            }
            """
                .formatted(activation));
  }

  private static URLClassLoader loader(Path directory) throws MalformedURLException {
    return new URLClassLoader(
        new URL[] {directory.toUri().toURL()}, NetworkProcessorTest.class.getClassLoader());
  }
}
