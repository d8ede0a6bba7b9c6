package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Jacobian of models with layers for images. */
class ContractiveImagesTest {

  private static final Venturi VENTURI = Venturi.create();

  static List<Class<?>> models() {
    return List.of(
        ContractiveImageSpecs.ConvolutionSpec.class,
        ContractiveImageSpecs.EveryLayerSpec.class,
        ImageSpecs.Pooling.class);
  }

  /** Of models that were trained with the penalty and without; loaded, it is the same. */
  @ParameterizedTest
  @MethodSource("models")
  void aModelsJacobianIsThatOfDifferencesOfItsCodes(Class<?> spec, @TempDir Path folder) {
    Path file = folder.resolve("model.venturi");
    int width = VENTURI.trainer(spec).objective(1).network().description().inputs();
    float[][] rows = rows(64, width);
    try (Model<?> model = VENTURI.trainer(spec).epochs(2).fit(Dataset.of(rows)).model()) {
      float[][] jacobian = model.jacobian(rows[0]);
      assertThat(jacobian).hasDimensions(model.encode(rows)[0].length, width);
      assertThat(largest(jacobian)).isGreaterThan(5e-3);
      for (int input = 0; input < width; input++) {
        double[] slopes = slopes(model, rows[0], input);
        for (int code = 0; code < jacobian.length; code++) {
          assertThat((double) jacobian[code][input]).isCloseTo(slopes[code], within(1e-3));
        }
      }
      model.save(file);
      try (Model<?> loaded = VENTURI.load(file)) {
        assertThat(loaded.jacobian(rows[0])).isDeepEqualTo(jacobian);
      }
    }
  }

  private static double largest(float[][] jacobian) {
    double largest = 0;
    for (float[] row : jacobian) {
      for (float value : row) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }

  private static double[] slopes(Model<?> model, float[] row, int input) {
    float step = 1f / 2048;
    float[] above = row.clone();
    float[] below = row.clone();
    above[input] += step;
    below[input] -= step;
    float[][] codes = model.encode(new float[][] {above, below});
    double[] slopes = new double[codes[0].length];
    Arrays.setAll(slopes, code -> (codes[0][code] - codes[1][code]) / (2 * step));
    return slopes;
  }

  private static float[][] rows(int count, int width) {
    SplittableRandom random = new SplittableRandom(11);
    float[][] rows = new float[count][width];
    for (float[] row : rows) {
      for (int i = 0; i < width; i++) {
        row[i] = (float) random.nextDouble(0.05, 0.95);
      }
    }
    return rows;
  }
}
