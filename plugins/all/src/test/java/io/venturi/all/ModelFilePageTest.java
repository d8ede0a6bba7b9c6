package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.venturi.data.Dataset;
import io.venturi.data.Scaler;
import io.venturi.data.Scalers;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The page on model files has a script that computes what Venturi does; where numpy is, it runs.
 */
class ModelFilePageTest {

  private static final Path PAGE = Path.of("..", "..", "docs", "model-file.md");

  @TempDir Path folder;

  /** All layers and activations. */
  static List<Class<?>> specs() {
    return List.of(
        Specs.ReluSpec.class,
        Specs.LeakyReluSpec.class,
        Specs.EluSpec.class,
        Specs.SoftplusSpec.class,
        Specs.SoftmaxSpec.class,
        Specs.TiedSpec.class,
        NormalizedSpecs.BatchNormalizationSpec.class,
        NormalizedSpecs.LayerNormalizationSpec.class,
        NormalizedSpecs.DropoutSpec.class,
        NormalizedSpecs.NormalizedMirrorSpec.class);
  }

  @BeforeAll
  static void needsNumpy() throws InterruptedException {
    int exit = -1;
    try {
      exit = python(List.of("-c", "import numpy")).waitFor();
    } catch (IOException e) {
      // No python3 on the path.
    }
    assumeThat(exit).as("python3 with numpy").isZero();
  }

  @ParameterizedTest
  @MethodSource("specs")
  void itsScriptComputesTheSame(Class<?> spec) throws IOException, InterruptedException {
    assertScriptAgrees(spec, null);
  }

  @ParameterizedTest
  @MethodSource("scalers")
  void itsScriptScalesTheSame(Scaler scaler) throws IOException, InterruptedException {
    assertScriptAgrees(NormalizedSpecs.BatchNormalizationSpec.class, scaler);
  }

  static Stream<Scaler> scalers() {
    return Stream.of(Scalers.standard(), Scalers.minMax().clip());
  }

  private void assertScriptAgrees(Class<?> spec, @Nullable Scaler scaler)
      throws IOException, InterruptedException {
    float[][] rows = rows();
    Path file = folder.resolve("model.venturi");
    float[][] expected;
    var trainer = Venturi.create().trainer(spec).epochs(2).batchSize(20);
    try (Model<?> model =
        (scaler == null ? trainer : trainer.scaler(scaler)).fit(Dataset.of(rows)).model()) {
      model.save(file);
      float[][] codes = model.encode(rows);
      float[][] outputs = model.reconstruct(rows);
      expected =
          IntStream.range(0, rows.length)
              .mapToObj(row -> joined(codes[row], outputs[row]))
              .toArray(float[][]::new);
    }
    float[][] actual = run(file, rows);

    assertThat(actual).hasNumberOfRows(expected.length);
    for (int r = 0; r < expected.length; r++) {
      assertThat(actual[r]).containsExactly(expected[r], within(2e-5f));
    }
  }

  private float[][] run(Path model, float[][] rows) throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("score.py"), script());
    Path table =
        Files.write(
            folder.resolve("rows.csv"),
            Arrays.stream(rows)
                .map(row -> Arrays.toString(row).replaceAll("[\\[\\] ]", ""))
                .toList());
    Process process = python(List.of(script.toString(), model.toString(), table.toString()));
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output
        .lines()
        .map(
            line -> {
              String[] words = line.split(",", -1);
              float[] values = new float[words.length];
              for (int i = 0; i < values.length; i++) {
                values[i] = Float.parseFloat(words[i]);
              }
              return values;
            })
        .toArray(float[][]::new);
  }

  /** The page's second program; the first one only shows a shape. */
  private static String script() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf("import json, sys");
    return page.substring(from, page.indexOf("```", from));
  }

  private static Process python(List<String> arguments) throws IOException {
    return new ProcessBuilder(
            Stream.concat(Stream.of("python3"), arguments.stream()).collect(Collectors.toList()))
        .redirectErrorStream(true)
        .start();
  }

  private static float[] joined(float[] codes, float[] outputs) {
    float[] both = Arrays.copyOf(codes, codes.length + outputs.length);
    System.arraycopy(outputs, 0, both, codes.length, outputs.length);
    return both;
  }

  private static float[][] rows() {
    SplittableRandom random = new SplittableRandom(6);
    float[][] rows = new float[60][7];
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) random.nextDouble(0.05, 0.95);
      }
    }
    return rows;
  }
}
