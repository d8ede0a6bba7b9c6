package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.kernel.Tensor;
import io.venturi.runtime.Venturi;
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
        NormalizedSpecs.NormalizedTableSpec.class);
  }

  @ParameterizedTest
  @MethodSource("specs")
  void agreesWithSameDiffInDouble(Class<?> spec) {
    Case checked = new Case(spec, ROWS);
    SameDiffOracle oracle =
        new SameDiffOracle(
            checked.objective.network().description(),
            checked.objective.network().parameters(),
            checked.rows,
            SEED);

    double[] expected = oracle.gradient();

    assertThat(checked.lossAt(checked.parameters)).isCloseTo(oracle.loss(), within(1e-6));
    assertThat(relativeError(checked.gradient(), expected)).isLessThan(1e-4);
  }

  @ParameterizedTest
  @MethodSource("specs")
  void agreesWithFiniteDifferences(Class<?> spec) {
    Case checked = new Case(spec, FEW_ROWS);

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

    Case(Class<?> spec, int count) {
      rows = new float[count][7];
      SplittableRandom random = new SplittableRandom(11);
      for (float[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          row[i] = (float) random.nextDouble(0.05, 0.95);
        }
      }
      objective = VENTURI.trainer(spec).seed(3).objective(7);
      parameters = objective.network().parameters().values().toArray();
      for (int i = 0; i < parameters.length; i++) {
        parameters[i] += (float) random.nextDouble(-0.2, 0.4);
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
