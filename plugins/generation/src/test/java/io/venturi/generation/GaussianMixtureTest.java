package io.venturi.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.kernel.Gaussians;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class GaussianMixtureTest {

  private static final Generation GENERATION = new Generation();

  /** Three quarters near (1000, 0), long and narrow at 45 degrees; a quarter round (0, 100). */
  private static float[][] twoClouds(int count, long seed) {
    float[][] rows = new float[count][];
    for (int i = 0; i < count; i++) {
      float a = Gaussians.at(seed, 2L * i);
      float b = Gaussians.at(seed, 2L * i + 1);
      rows[i] =
          i % 4 == 0
              ? new float[] {a, 100 + b}
              : new float[] {1000 + 3 * a + b / 10, 3 * a - b / 10};
    }
    return rows;
  }

  private static GaussianMixture fitted(float[][] rows, int components) {
    return GENERATION.mixture(Same.of(rows[0].length), Dataset.of(rows), components, 5);
  }

  @Test
  void aComponentThatNoRowHasAShareInGivesItsWeightAway() {
    double[][] covariance = {{1}};
    MixtureComponent[] before = {
      new MixtureComponent(0.5, new double[] {0}, covariance, 1e-6),
      new MixtureComponent(0.5, new double[] {9}, new double[][] {{1}}, 1e-6)
    };
    ComponentSums sums = new ComponentSums(2, 1);
    for (double x : new double[] {-1, 0, 1, 2}) {
      sums.add(new double[] {x}, new double[] {1 - 1e-8, 1e-8}, 0);
    }
    MixtureComponent[] after = sums.components(before, 4, 1e-6);
    assertThat(after[0].weight() + after[1].weight()).isCloseTo(1, within(1e-12));
    assertThat(after[1].weight()).isCloseTo(1e-8, within(1e-14));
    // It is where it was, and its density is lower by what its weight is.
    assertThat(after[1].logJoint(new double[] {8}, new double[1]))
        .isCloseTo(
            before[1].logJoint(new double[] {8}, new double[1]) + Math.log(2e-8), within(1e-9));
    // No share at all is none for good, and leaves no NaN.
    double[] shares = new double[2];
    MixtureComponent[] dead = {after[0], after[1].weighing(0)};
    assertThat(MixtureFitting.logDensity(dead, new double[] {0}, shares, new double[1])).isFinite();
    assertThat(shares).containsExactly(1, 0);
  }

  @Test
  void findsSharesMeansAndCovariances() {
    GaussianMixture mixture = fitted(twoClouds(4000, 1), 2);

    double[] weights = mixture.weights();
    Arrays.sort(weights);
    assertThat(weights[0]).isCloseTo(0.25, within(1e-6));
    assertThat(mixture.converged()).isTrue();

    float[][] drawn = mixture.draw(8000, 4);
    List<float[]> narrow = Arrays.stream(drawn).filter(code -> code[0] > 500).toList();
    assertThat(narrow.size() / 8000.0).isCloseTo(0.75, within(0.02));
    double along = 0;
    double mean = 0;
    for (float[] code : narrow) {
      along += (code[0] - 1000) * code[1] / narrow.size();
      mean += code[0] / narrow.size();
    }
    assertThat(mean).isCloseTo(1000, within(0.3));
    // Of 3a + b/10 and 3a - b/10: 9 - 0.01.
    assertThat(along).isCloseTo(8.99, within(0.5));
  }

  @Test
  void oneComponentHasTheDensityOfTheFormula() {
    float[][] rows = new float[5000][1];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = 3 + 2 * Gaussians.at(1, i);
    }
    double mean = Arrays.stream(rows).mapToDouble(row -> row[0]).average().orElseThrow();
    double variance =
        Arrays.stream(rows)
            .mapToDouble(row -> (row[0] - mean) * (row[0] - mean))
            .average()
            .orElseThrow();
    double expected =
        -0.5 * (Math.log(2 * Math.PI * variance) + (4 - mean) * (4 - mean) / variance);

    GaussianMixture mixture = fitted(rows, 1);

    assertThat(mixture.logDensity(new float[] {4})).isCloseTo(expected, within(1e-3));
  }

  @Test
  void likelihoodRisesAndIsTheMeanOfLogDensities() {
    float[][] rows = twoClouds(1000, 3);
    GaussianMixture mixture = fitted(rows, 5);

    List<Double> course = mixture.logLikelihoods();
    assertThat(course).hasSizeGreaterThan(2).isSortedAccordingTo((a, b) -> a > b + 1e-3 ? 1 : -1);
    assertThat(Arrays.stream(rows).mapToDouble(mixture::logDensity).average().orElseThrow())
        .isCloseTo(course.get(course.size() - 1), within(1e-9));
  }

  @Test
  void numbersThatNeverVaryStayAndOthersKeepTheirRange() {
    float[][] rows = new float[500][1];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = Math.max(0, Gaussians.at(1, i));
    }
    GaussianMixture mixture = GENERATION.mixture(new Same(1, 2), Dataset.of(rows), 3, 1);

    assertThat(List.of(mixture.draw(1000, 2)))
        .allSatisfy(code -> assertThat(code).hasSize(3).endsWith(7, 7))
        .allSatisfy(code -> assertThat(code[0]).isGreaterThanOrEqualTo(0));
  }

  @Test
  void rowsThatRepeatOneAnotherAndDependentNumbersAreFitted() {
    float[][] rows = new float[300][];
    for (int i = 0; i < rows.length; i++) {
      float value = i < 200 ? 5 : Gaussians.at(1, i);
      rows[i] = new float[] {value, -2 * value, value + 1e6f};
    }
    GaussianMixture mixture = fitted(rows, 2);

    assertThat(List.of(mixture.draw(100, 1))).allSatisfy(code -> assertThat(code[1]).isFinite());
    assertThat(mixture.logDensity(rows[0])).isFinite();
  }

  @Test
  void seedsAndThreadsChangeNothing() throws Exception {
    float[][] rows = twoClouds(500, 3);
    float[][] drawn = fitted(rows, 7).draw(50, 3);

    ForkJoinPool one = new ForkJoinPool(1);
    try {
      assertThat(one.submit(() -> fitted(rows, 7).draw(50, 3)).get()).isDeepEqualTo(drawn);
    } finally {
      one.shutdown();
    }
    assertThat(fitted(rows, 7).draw(20, 3)).isDeepEqualTo(Arrays.copyOf(drawn, 20));
    assertThat(fitted(rows, 7).draw(50, 4)[0]).isNotEqualTo(drawn[0]);
  }

  @Test
  void refusesWhatCannotBeFitted() {
    assertThatThrownBy(() -> fitted(new float[6][2], 10))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-440] A mixture of 10 components cannot be fitted to the 6 rows of the data: give"
                + " it more rows, or use fewer components.");
    assertThatThrownBy(() -> fitted(new float[60][2], 10))
        .hasMessage(
            "[AE-441] All 60 codes of the data are the same, so there is nothing to draw from:"
                + " check whether the model has learned anything.");
    float[][] few = new float[60][2];
    few[3][0] = 1;
    few[4][1] = 1;
    assertThatThrownBy(() -> fitted(few, 10))
        .hasMessage(
            "[AE-442] The codes of the data have 3 different values, too few for a mixture of 10"
                + " components: use fewer components, or check what the model has learned.");
    assertThatThrownBy(() -> fitted(few, 0))
        .hasMessage("[AE-230] the number of components is 0, but must be at least 1.");
    assertThatThrownBy(() -> GENERATION.mixture(Same.of(3), Dataset.of(few), 1))
        .hasMessageStartingWith("[AE-204] the data has rows of 2 values, but the model takes 3");
    few[7][1] = Float.NaN;
    assertThatThrownBy(() -> fitted(few, 2))
        .hasMessageStartingWith("[AE-202] Row 7 of the codes of the data, feature 1 is NaN");
  }

  @Test
  void refusesCodesOfAnotherModel() {
    GaussianMixture mixture = fitted(twoClouds(100, 1), 2);
    assertThatThrownBy(() -> GENERATION.sample(Same.of(3), mixture, 10, 1))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-443] Codes come from a mixture of 2 normal distributions with 2 numbers, but the"
                + " model takes codes of 3: use what was made for this model.");
    assertThatThrownBy(() -> mixture.logDensity(new float[3])).hasMessageContaining("AE-443");
    assertThatThrownBy(() -> GENERATION.sample(Same.of(2), mixture, 0, 1))
        .hasMessage("[AE-230] the number of rows to draw is 0, but must be at least 1.");
  }
}
