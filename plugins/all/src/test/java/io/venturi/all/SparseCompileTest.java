package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the compiler says to sparse specs. */
class SparseCompileTest {

  private static final String SPEC =
      """
      package example;
      import io.venturi.annotation.*;
      import io.venturi.kernel.*;
      import io.venturi.losses.MeanSquaredError;
      import io.venturi.sparse.*;

      @AutoencoderKind(
          runtime = "com.example:other", claims = AutoencoderKind.Hook.CODE_DISTRIBUTION)
      @interface Distributed {}

      @AutoencoderKind(
          runtime = "com.example:turning", claims = AutoencoderKind.Hook.CODE_TRANSFORM)
      @interface Turning {}

      @Autoencoder(input = 7) @MeanSquaredError %s
      interface Digits {
        @Bottleneck @Dense(units = 4, activation = %s.class) Layer code();
        @Decoder @Dense(units = 7) Layer last();
      }
      """;

  @TempDir Path folder;

  private List<String> errors(String types, String activation) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    JavaFileObject source =
        new SimpleJavaFileObject(
            URI.create("string:///example/Digits.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return SPEC.formatted(types, activation);
          }
        };
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(found, Locale.ROOT, null)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
      files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(folder));
      compiler
          .getTask(
              null,
              files,
              found,
              List.of("-processor", "io.venturi.processor.NetworkProcessor"),
              null,
              List.of(source))
          .call();
    }
    return found.getDiagnostics().stream()
        .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
        .map(each -> each.getMessage(Locale.ROOT))
        .toList();
  }

  @Test
  void soundCombinationsCompile() throws IOException {
    assertThat(
            errors(
                "@Sparse(kl = @KullbackLeibler(weight = 1), l1 = @L1(weight = 1),"
                    + " topK = @TopK(k = 2))",
                "Sigmoid"))
        .isEmpty();
    assertThat(errors("@Sparse(l1 = @L1(weight = 1)) @Turning", "Linear")).isEmpty();
  }

  @Test
  void aDivergenceNeedsCodesThatAreShares() throws IOException {
    assertThat(errors("@Sparse(kl = @KullbackLeibler(weight = 1))", "Relu"))
        .containsExactly(
            "[AE-056] @KullbackLeibler takes codes in [0, 1], but the bottleneck code() ends in"
                + " Relu, whose values lie in [0, ∞). Use an activation whose @Codomain"
                + " lies in [0, 1], such as Sigmoid.");
  }

  @Test
  void onlyOneTypeSaysHowCodesAreDistributed() throws IOException {
    assertThat(errors("@Sparse(l1 = @L1(weight = 1)) @Distributed", "Relu"))
        .containsExactly(
            "[AE-054] @Sparse and @Distributed both say how codes are distributed, so"
                + " they do not compose. Keep one of them.");
    assertThat(
            errors("@Sparse(l1 = @L1(weight = 1)) @io.venturi.variational.Variational", "Linear"))
        .contains(
            "[AE-054] @Sparse and @Variational both say how codes are distributed, so"
                + " they do not compose. Keep one of them.");
    assertThat(errors("@Sparse(topK = @TopK(k = 2)) @Turning", "Relu"))
        .containsExactly(
            "[AE-054] @Sparse and @Turning both make what the decoder reads of the codes,"
                + " so they do not compose. Keep one of them.");
  }

  @Test
  void aWayIsToBeChosenOnce() throws IOException {
    assertThat(errors("@Sparse", "Relu"))
        .containsExactly(
            "[AE-087] @Sparse works in ways of which at least one is to be chosen: kl, l1, topK."
                + " Set one of them.");
    assertThat(errors("@Sparse(l1 = {@L1(weight = 0.1), @L1(weight = 0.2)})", "Relu"))
        .containsExactly(
            "[AE-086] l1 of @Sparse has 2 elements, but takes 1 at most. Remove the others.");
  }

  @Test
  void noMoreAreKeptThanThereAre() throws IOException {
    assertThat(errors("@Sparse(topK = @TopK(k = 4))", "Relu")).isEmpty();
    assertThat(errors("@Sparse(topK = @TopK(k = 200))", "Relu"))
        .containsExactly(
            "[AE-084] k of @TopK is 200, but the bottleneck code() has 4 units. Use 4 at most.");
  }

  @Test
  void rangesAreChecked() throws IOException {
    assertThat(errors("@Sparse(kl = @KullbackLeibler(target = 1, weight = -1))", "Sigmoid"))
        .hasSize(2)
        .allMatch(each -> each.startsWith("[AE-"));
    assertThat(errors("@Sparse(topK = @TopK(k = 0))", "Relu"))
        .singleElement()
        .asString()
        .startsWith("[AE-");
  }
}
