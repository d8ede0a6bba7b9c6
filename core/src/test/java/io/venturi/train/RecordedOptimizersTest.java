package io.venturi.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule step by step beside what PyTorch itself computed: see the head of the record. */
class RecordedOptimizersTest {

  private static final String RECORD = "pytorch-optimizers.csv";
  private static final Map<String, NavigableMap<Integer, float[]>> LINES = read();

  private static final Map<String, Optimizer> OPTIMIZERS =
      Map.of(
          "Sgd(0.01)", new Sgd(0.01),
          "Sgd(0.01, 0.9)", new Sgd(0.01, 0.9),
          "Sgd(0.01, 0.9, true)", new Sgd(0.01, 0.9, true),
          "RmsProp(0.001)", new RmsProp(0.001),
          "RmsProp(0.001, 0.9, 0.8, 1e-6)", new RmsProp(0.001, 0.9, 0.8, 1e-6),
          "Adam(0.01)", new Adam(0.01),
          "Adam(0.01, 0.8, 0.95, 1e-6)", new Adam(0.01, 0.8, 0.95, 1e-6),
          "AdamW(0.01, 0.1)", new AdamW(0.01, 0.1));

  private static Map<String, NavigableMap<Integer, float[]>> read() {
    Map<String, NavigableMap<Integer, float[]>> lines = new LinkedHashMap<>();
    for (String line : text().split("\n", -1)) {
      if (line.startsWith("#") || line.isEmpty()) {
        continue;
      }
      String[] parts = line.split(";", -1);
      String[] numbers = parts[2].split(",", -1);
      float[] values = new float[numbers.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = Float.parseFloat(numbers[i]);
      }
      lines
          .computeIfAbsent(parts[0], name -> new TreeMap<>())
          .put(Integer.parseInt(parts[1]), values);
    }
    return lines;
  }

  private static String text() {
    try (InputStream in = RecordedOptimizersTest.class.getResourceAsStream(RECORD)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static List<String> recorded() {
    List<String> names = new ArrayList<>(LINES.keySet());
    names.removeAll(List.of("start", "gradient"));
    return names;
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void agreesWithPyTorch(String name) {
    Optimizer optimizer = Objects.requireNonNull(OPTIMIZERS.get(name));
    float[] parameters = line("start", 0).clone();
    int n = parameters.length;
    float[][] slots = new float[optimizer.slots()][n];
    float[] coefficients = new float[optimizer.coefficients()];
    NavigableMap<Integer, float[]> expected = lines(name);
    for (int step = 1; step <= expected.lastKey(); step++) {
      optimizer.prepare(step, optimizer.learningRate(), coefficients);
      float[] gradient = line("gradient", step).clone();
      optimizer.update(coefficients, parameters, gradient, slots, n, true);
      float[] then = expected.get(step);
      for (int i = 0; then != null && i < n; i++) {
        assertThat(parameters[i]).as("step %s, %s", step, i).isCloseTo(then[i], within(2e-6f));
      }
    }
  }

  @Test
  void everyRuleIsRecorded() {
    assertThat(recorded()).containsExactlyInAnyOrderElementsOf(OPTIMIZERS.keySet());
    assertThat(lines("Adam(0.01)")).containsOnlyKeys(1, 2, 3, 10, 40);
  }

  private static NavigableMap<Integer, float[]> lines(String name) {
    return Objects.requireNonNull(LINES.get(name));
  }

  private static float[] line(String name, int step) {
    return Objects.requireNonNull(lines(name).get(step));
  }
}
