package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.kernel.Tensor;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.Parameters;
import io.venturi.train.Objective;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generated networks' gradients against an independent oracle in double, and finite differences.
 */
class GradientCheckTest {

  /** One more than whole groups of every batch normalisation, so that a single row is left. */
  private static final int ROWS = 21;

  /** With groups of 32: shards of 96, 96, 96 and 33 rows, a single row behind whole groups. */
  private static final int MANY_ROWS = 321;

  /**
   * Below this share of the whole gradient's norm, a block's error is measured against that share
   * instead of the block's own norm. It is for blocks whose gradient is zero but for rounding, such
   * as biases right before normalisation: a gradient in floats has a rounding error of some 1e-7 of
   * the terms that cancel in it, and 1e-4 of 1e-3 of the norm is that.
   */
  private static final double FLOOR = 1e-3;

  private static final long SEED = 5;

  /** Few, so that few ReLU kinks lie within a finite difference. */
  private static final int FEW_ROWS = 6;

  private static final Venturi VENTURI = Venturi.create();

  static List<Class<?>> specs() {
    return List.of(
        Specs.LinearSpec.class,
        Specs.ReluSpec.class,
        Specs.SigmoidSpec.class,
        Specs.TanhSpec.class,
        Specs.SwishSpec.class,
        Specs.GeluSpec.class,
        Specs.LeakyReluSpec.class,
        Specs.EluSpec.class,
        Specs.SoftplusSpec.class,
        Specs.SoftmaxSpec.class,
        Specs.CrossEntropySpec.class,
        Specs.TiedSpec.class,
        Specs.MirroredSpec.class,
        Specs.TableSpec.class,
        Specs.TiedTableSpec.class,
        Specs.OvercompleteTableSpec.class,
        NormalizedSpecs.BatchNormalizationSpec.class,
        NormalizedSpecs.LayerNormalizationSpec.class,
        NormalizedSpecs.DropoutSpec.class,
        NormalizedSpecs.NormalizedMirrorSpec.class,
        NormalizedSpecs.NormalizedTableSpec.class,
        LossSpecs.AbsoluteSpec.class,
        LossSpecs.HuberSpec.class,
        LossSpecs.LogCoshSpec.class,
        LossSpecs.PoissonSpec.class,
        LossSpecs.CategoricalSpec.class,
        LossSpecs.CosineSpec.class,
        LossSpecs.CosineShareSpec.class,
        LossSpecs.SimilaritySpec.class,
        ImageSpecs.WrittenOut.class,
        ImageSpecs.MirroredConvolutions.class,
        ImageSpecs.TiedConvolutions.class,
        ImageSpecs.Pooling.class);
  }

  @ParameterizedTest
  @MethodSource("specs")
  void agreesWithSameDiffInDouble(Class<?> spec) {
    assertAgreesWithSameDiff(new Case(spec, ROWS, 7));
  }

  static List<Class<?>> largeSpecs() {
    return List.of(
        Specs.ManyShardsSpec.class,
        NormalizedSpecs.ManyShardsNormalizedSpec.class,
        ImageSpecs.ManyShards.class);
  }

  /** What shards leave is added up, and layers know which rows of the batch they have. */
  @ParameterizedTest
  @MethodSource("largeSpecs")
  void agreesWithSameDiffOverSeveralShards(Class<?> spec) {
    Case checked = new Case(spec, MANY_ROWS, 64);
    assertThat(shardRows(spec, checked.rows)).isLessThan(MANY_ROWS / 3);
    assertAgreesWithSameDiff(checked);
  }

  private static int shardRows(Class<?> spec, float[][] rows) {
    try (Model<?> model =
        VENTURI.trainer(spec).batchSize(rows.length).epochs(1).fit(Dataset.of(rows)).model()) {
      return Integer.parseInt(model.provenance().facts().getOrDefault("shardRows", ""));
    }
  }

  private static void assertAgreesWithSameDiff(Case checked) {
    NetworkDescription description = checked.objective.network().description();
    Parameters parameters = checked.objective.network().parameters();
    SameDiffOracle oracle = new SameDiffOracle(description, parameters, checked.rows, SEED);

    double[] expected = oracle.gradient();
    float[] actual = checked.gradient();

    assertThat(checked.lossAt(checked.parameters)).isCloseTo(oracle.loss(), within(1e-6));
    assertThat(actual).hasSize(expected.length);
    double whole = norm(expected, 0, expected.length);
    assertThat(whole).isGreaterThan(1e-3);
    for (int i = 0; i < description.layers().size(); i++) {
      for (ParameterBlock block : parameters.layers().get(i)) {
        int from = block.offset();
        int to = from + block.spec().size();
        double scale = Math.max(norm(expected, from, to), FLOOR * whole);
        assertThat(distance(actual, expected, from, to) / scale)
            .as(description.layers().get(i).name() + "." + block.spec().name())
            .isLessThan(1e-4);
      }
    }
  }

  private static double norm(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i] * values[i];
    }
    return Math.sqrt(sum);
  }

  private static double distance(float[] actual, double[] expected, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += Math.pow(actual[i] - expected[i], 2);
    }
    return Math.sqrt(sum);
  }

  /** Their penalties have an oracle of their own. */
  static List<Class<?>> sparseSpecs() {
    return List.of(
        SparseSpecs.KlSpec.class,
        SparseSpecs.L1Spec.class,
        SparseSpecs.TopKSpec.class,
        SparseSpecs.AllSpec.class);
  }

  @ParameterizedTest
  @MethodSource({"specs", "sparseSpecs"})
  void agreesWithFiniteDifferences(Class<?> spec) {
    Case checked = new Case(spec, FEW_ROWS, 7);

    assertThat(relativeError(checked.gradient(), checked.differences())).isLessThan(1e-3);
  }

  /** ‖a − b‖ / ‖b‖. */
  private static double relativeError(float[] actual, double[] expected) {
    double difference = 0;
    double norm = 0;
    int compared = 0;
    for (int i = 0; i < expected.length; i++) {
      if (!Double.isNaN(expected[i])) {
        difference += Math.pow(actual[i] - expected[i], 2);
        norm += expected[i] * expected[i];
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(expected.length / 2);
    assertThat(norm).isGreaterThan(1e-6);
    assertThat(actual).hasSize(expected.length);
    return Math.sqrt(difference / norm);
  }

  /** A spec with parameters away from zero, biases too, and rows in [0, 1]. */
  private static final class Case {

    final Objective objective;
    final float[] parameters;
    final float[][] rows;

    Case(Class<?> spec, int count, int anyWidth) {
      objective = VENTURI.trainer(spec).seed(3).objective(anyWidth);
      int width = objective.network().description().inputs();
      rows = new float[count][width];
      SplittableRandom random = new SplittableRandom(11);
      for (float[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          row[i] = (float) random.nextDouble(0.05, 0.95);
        }
      }
      parameters = objective.network().parameters().values().toArray();
      for (int i = 0; i < parameters.length; i++) {
        parameters[i] += (float) (random.nextDouble(-0.2, 0.4) * 7 / width); // None saturates.
      }
      objective.network().parameters().values().write(0, parameters, parameters.length);
    }

    float[] gradient() {
      Tensor gradient = Tensor.allocate(1, parameters.length);
      evaluate(parameters, gradient);
      return gradient.toArray();
    }

    double lossAt(float[] point) {
      return evaluate(point, Tensor.allocate(1, parameters.length));
    }

    private double evaluate(float[] point, Tensor gradient) {
      Tensor at = Tensor.allocate(1, point.length);
      at.write(0, point, point.length);
      return objective.gradient(
          at, Dataset.of(rows), IntStream.range(0, rows.length).toArray(), SEED, gradient);
    }

    /**
     * Central differences of Venturi's own objective, of fourth order for a step that floats bear.
     * NaN where the simple differences of one and two steps disagree: there a ReLU's kink lies
     * between, and no derivative to compare with.
     */
    double[] differences() {
      double[] differences = new double[parameters.length];
      for (int i = 0; i < parameters.length; i++) {
        double one = (at(i, 1) - at(i, -1)) / (2 * STEP);
        double two = (at(i, 2) - at(i, -2)) / (4 * STEP);
        differences[i] = Math.abs(one - two) > KINK ? Double.NaN : (4 * one - two) / 3;
      }
      return differences;
    }

    private static final double KINK = 5e-5;
    private static final double STEP = 1.0 / 64;

    private double at(int i, int steps) {
      float[] point = parameters.clone();
      point[i] += (float) (steps * STEP);
      return lossAt(point);
    }
  }
}
