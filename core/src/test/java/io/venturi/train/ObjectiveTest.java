package io.venturi.train;

import static io.venturi.testing.DoubleNetwork.finiteDifferences;
import static io.venturi.testing.DoubleNetwork.meanSquaredError;
import static io.venturi.testing.DoubleNetwork.relativeError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.error.TrainingException;
import io.venturi.internal.AssembledNetwork;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Seeds;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Tanh;
import io.venturi.kernel.Tensor;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.BatchContext;
import io.venturi.spi.CodePenalty;
import io.venturi.spi.CodeTransform;
import io.venturi.spi.Corruption;
import io.venturi.spi.RowWeighting;
import io.venturi.spi.Scratch;
import io.venturi.spi.StepSeeds;
import io.venturi.testing.DoubleNetwork;
import io.venturi.testing.Rows;
import io.venturi.testing.SquaredLoss;
import io.venturi.testing.TestNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The objective's gradient against central differences of the same networks written again in
 * double, with every hook of the step.
 */
class ObjectiveTest {

  private static final long SEED = 99;

  static List<Arguments> networks() {
    return List.of(
        Arguments.argumentSet(
            "tanh and sigmoid",
            TestNetwork.of(6)
                .encoder("wide", 5, new Tanh())
                .bottleneck("code", 3, new Sigmoid())
                .decoder("widen", 5, new Tanh())
                .decoder("out", 6, new Sigmoid())),
        Arguments.argumentSet(
            "linear, no hidden layers",
            TestNetwork.of(4).bottleneck("code", 2, new Linear()).decoder("out", 4, new Linear())),
        Arguments.argumentSet(
            "relu",
            TestNetwork.of(7)
                .encoder("wide", 9, new Relu())
                .bottleneck("code", 4, new Relu())
                .decoder("widen", 9, new Relu())
                .decoder("out", 7, new Linear())),
        Arguments.argumentSet(
            "one value in, one code",
            TestNetwork.of(1).bottleneck("code", 1, new Tanh()).decoder("out", 1, new Tanh())),
        Arguments.argumentSet(
            "tied",
            TestNetwork.of(6)
                .encoder("wide", 5, new Tanh())
                .bottleneck("code", 3, new Sigmoid())
                .tied("code", new Tanh())
                .tied("wide", new Sigmoid())),
        Arguments.argumentSet(
            "tied, linear",
            TestNetwork.of(5).bottleneck("code", 2, new Linear()).tied("code", new Linear())));
  }

  /** Two shards of 128 rows at 256, three of 134 at 400. */
  private static TestNetwork large() {
    return TestNetwork.of(40)
        .encoder("wide", 60, new Tanh())
        .bottleneck("code", 10, new Sigmoid())
        .decoder("widen", 60, new Relu())
        .decoder("out", 40, new Sigmoid());
  }

  private static TestNetwork largeTied() {
    return TestNetwork.of(40)
        .encoder("wide", 120, new Tanh())
        .bottleneck("code", 10, new Sigmoid())
        .tied("code", new Tanh())
        .tied("wide", new Sigmoid());
  }

  private static Dataset data(int rows, int width) {
    return Dataset.of(Rows.uniform(rows, width, 0.05f, 0.95f, 5));
  }

  private static int[] order(int rows) {
    return IntStream.range(0, rows).toArray();
  }

  private record Result(double value, Tensor gradient) {}

  private static Result gradient(Objective objective, Dataset data, int rows) {
    Tensor parameters = objective.network().parameters().values();
    Tensor gradient = Tensor.allocate(1, parameters.size());
    double value = objective.gradient(parameters, data, order(rows), SEED, gradient);
    return new Result(value, gradient);
  }

  private static ToDoubleFunction<double[]> squaredError(
      TestNetwork shape, float[][] input, float[][] target) {
    DoubleNetwork network = shape.inDouble();
    return parameters ->
        meanSquaredError(
            network.forward(parameters, input, UnaryOperator.identity()).outputs(), target);
  }

  private static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  /** Checks value and gradient of all parameters. */
  private static void assertGradient(
      AssembledNetwork network, Result result, ToDoubleFunction<double[]> reference) {
    float[] parameters = network.parameters().values().toArray();
    assertThat(result.value())
        .isCloseTo(reference.applyAsDouble(doubles(parameters)), within(2e-6));
    assertThat(relativeError(result.gradient().toArray(), finiteDifferences(parameters, reference)))
        .isLessThan(1e-4);
  }

  /** Checks value and gradient along a few directions, where one by one would take long. */
  private static void assertDirectionalGradient(
      AssembledNetwork network, Result result, ToDoubleFunction<double[]> reference) {
    double[] at = doubles(network.parameters().values().toArray());
    float[] gradient = result.gradient().toArray();
    assertThat(result.value()).isCloseTo(reference.applyAsDouble(at), within(2e-6));
    SplittableRandom random = new SplittableRandom(8);
    double norm = 0;
    for (float g : gradient) {
      norm += (double) g * g;
    }
    double h = 1e-4 / Math.sqrt(norm);
    for (int direction = 0; direction < 6; direction++) {
      double[] above = at.clone();
      double[] below = at.clone();
      double expected = 0;
      for (int i = 0; i < at.length; i++) {
        // Along the gradient, but bent by chance, so that the slope is no sum that cancels.
        double d = gradient[i] * (0.5 + random.nextDouble());
        above[i] += h * d;
        below[i] -= h * d;
        expected += gradient[i] * d;
      }
      double slope = (reference.applyAsDouble(above) - reference.applyAsDouble(below)) / (2 * h);
      assertThat(expected).isCloseTo(slope, within(1e-4 * Math.abs(slope)));
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void agreesWithFiniteDifferences(TestNetwork shape) {
    AssembledNetwork network = shape.build(1);
    Dataset data = data(11, network.description().inputs());
    Result result = gradient(new Objective(network, new SquaredLoss(), List.of()), data, 11);
    assertGradient(network, result, squaredError(shape, data.toArray(), data.toArray()));
  }

  @Test
  void agreesWithFiniteDifferencesOverSeveralShards() {
    for (TestNetwork shape : List.of(large(), largeTied())) {
      AssembledNetwork network = shape.build(2);
      Objective objective = new Objective(network, new SquaredLoss(), List.of());
      assertThat(objective.plan(400).shards(400)).isGreaterThan(2);
      Dataset data = data(400, 40);
      assertDirectionalGradient(
          network,
          gradient(objective, data, 400),
          squaredError(shape, data.toArray(), data.toArray()));
    }
  }

  @Test
  void takesTheRowsThatAreAskedFor() {
    TestNetwork shape =
        TestNetwork.of(4).bottleneck("c", 2, new Tanh()).decoder("o", 4, new Tanh());
    AssembledNetwork network = shape.build(3);
    Dataset data = data(20, 4);
    int[] rows = {17, 3, 3, 11};
    float[][] chosen = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = data.toArray()[rows[i]];
    }
    Tensor gradient = Tensor.allocate(1, network.parameters().size());
    double value =
        new Objective(network, new SquaredLoss(), List.of())
            .gradient(network.parameters().values(), data, rows, SEED, gradient);
    assertGradient(network, new Result(value, gradient), squaredError(shape, chosen, chosen));
  }

  @Test
  void isAPureFunctionOfItsArguments() {
    TestNetwork shape = large();
    AssembledNetwork network = shape.build(4);
    Objective objective = new Objective(network, new SquaredLoss(), List.of(everyHook()));
    float[] before = network.parameters().values().toArray();
    Tensor elsewhere = Tensor.allocate(1, before.length);
    elsewhere.copyFrom(shape.build(5).parameters().values());
    float[] elsewhereBefore = elsewhere.toArray();
    Dataset data = data(300, 40);

    Tensor first = Tensor.allocate(1, before.length);
    Tensor second = Tensor.allocate(1, before.length);
    double value = objective.gradient(elsewhere, data, order(300), SEED, first);
    double again = objective.gradient(elsewhere, data, order(300), SEED, second);

    assertThat(again).isEqualTo(value);
    assertThat(second.toArray()).isEqualTo(first.toArray());
    assertThat(network.parameters().values().toArray()).isEqualTo(before);
    assertThat(elsewhere.toArray()).isEqualTo(elsewhereBefore);
    // And it is the gradient there, not here.
    AssembledNetwork there = shape.build(5);
    Tensor third = Tensor.allocate(1, before.length);
    assertThat(
            new Objective(there, new SquaredLoss(), List.of(everyHook()))
                .gradient(there.parameters().values(), data, order(300), SEED, third))
        .isEqualTo(value);
    assertThat(third.toArray()).isEqualTo(first.toArray());
  }

  @Test
  void leavesTheNetworkAsItWasWhenAHookFails() {
    AssembledNetwork network = large().build(4);
    float[] before = network.parameters().values().toArray();
    AutoencoderType failing =
        withPenalty(
            (code, gradient, rows) -> {
              throw new IllegalStateException("no");
            });
    Objective objective = new Objective(network, new SquaredLoss(), List.of(failing));
    Tensor other = Tensor.allocate(1, before.length);
    assertThatThrownBy(() -> objective.gradient(other, data(10, 40), order(10), SEED, other))
        .hasMessage("no");
    assertThat(network.parameters().values().toArray()).isEqualTo(before);
  }

  @Test
  void givesTheSameBitsOnAnyNumberOfThreads() {
    AssembledNetwork network = largeTied().build(6);
    for (List<AutoencoderType> types : List.of(List.<AutoencoderType>of(), List.of(everyHook()))) {
      Objective objective = new Objective(network, new SquaredLoss(), types);
      Dataset data = data(400, 40);
      List<float[]> gradients = new ArrayList<>();
      List<Double> values = new ArrayList<>();
      for (int threads = 1; threads <= 4; threads++) {
        try (BatchStep<?> step = BatchStep.of(objective, objective.plan(400), threads)) {
          Tensor gradient = Tensor.allocate(1, network.parameters().size());
          values.add(step.gradient(data, order(400), 0, 400, training()));
          step.sumGradients(gradient);
          gradients.add(gradient.toArray());
        }
      }
      assertThat(values).containsOnly(values.get(0));
      assertThat(gradients).allSatisfy(each -> assertThat(each).isEqualTo(gradients.get(0)));
    }
  }

  // Corruption.

  private static float corrupted(float value, int row, int feature, long seed) {
    return (row + feature) % 3 == 0 ? 0f : value + 0.01f * (row % 5) + (seed % 10) * 0.001f;
  }

  private static final class Corrupting implements AutoencoderType {
    final List<Integer> rowsSeen = Collections.synchronizedList(new ArrayList<>());

    @Override
    public Optional<Corruption> corruption() {
      return Optional.of(
          (values, rows, width, firstRow, step) -> {
            long seed = step.seed();
            for (int r = 0; r < rows; r++) {
              rowsSeen.add(firstRow + r);
              for (int i = 0; i < width; i++) {
                values[r * width + i] = corrupted(values[r * width + i], firstRow + r, i, seed);
              }
            }
          });
    }
  }

  private static float[][] corrupted(float[][] rows) {
    float[][] noisy = new float[rows.length][rows[0].length];
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < rows[r].length; i++) {
        noisy[r][i] = corrupted(rows[r][i], r, i, Seeds.of(SEED, 0));
      }
    }
    return noisy;
  }

  @Test
  void corruptsTheInputAndLeavesTheTargetClean() {
    TestNetwork shape = large();
    AssembledNetwork network = shape.build(7);
    Corrupting type = new Corrupting();
    Dataset data = data(400, 40);
    float[][] before = data.toArray();
    Result result = gradient(new Objective(network, new SquaredLoss(), List.of(type)), data, 400);
    assertDirectionalGradient(network, result, squaredError(shape, corrupted(before), before));
    assertThat(data.toArray()).isDeepEqualTo(before);
    assertThat(type.rowsSeen)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 400).boxed().toList());
  }

  @Test
  void runsCorruptionsInTheOrderOfTheTypes() {
    TestNetwork shape =
        TestNetwork.of(4).bottleneck("c", 2, new Tanh()).decoder("o", 4, new Tanh());
    AssembledNetwork network = shape.build(7);
    Dataset data = data(5, 4);
    float[][] input = data.toArray();
    for (float[] row : input) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (row[i] + 1) * 2;
      }
    }
    Result result =
        gradient(
            new Objective(
                network,
                new SquaredLoss(),
                List.of(withCorruption(x -> x + 1), withCorruption(x -> x * 2))),
            data,
            5);
    assertGradient(network, result, squaredError(shape, input, data.toArray()));
  }

  private interface FloatFunction {
    float of(float x);
  }

  private static AutoencoderType withCorruption(FloatFunction function) {
    return new AutoencoderType() {
      @Override
      public Optional<Corruption> corruption() {
        return Optional.of(
            (values, rows, width, firstRow, step) -> {
              for (int i = 0; i < rows * width; i++) {
                values[i] = function.of(values[i]);
              }
            });
      }
    };
  }

  // Penalties: a statistic of the whole batch, as the sparse types have.

  private interface Penalty {
    double penalise(Tensor code, Tensor gradient, int rows);
  }

  private static AutoencoderType withPenalty(Penalty penalty) {
    return new AutoencoderType() {
      @Override
      public Optional<CodePenalty> codePenalty() {
        return Optional.of(
            new CodePenalty() {
              @Override
              public String name() {
                return "penalty";
              }

              @Override
              public double penalise(Tensor code, Tensor gradient, int rows, BatchContext step) {
                return penalty.penalise(code, gradient, rows);
              }
            });
      }
    };
  }

  private static final double WEIGHT = 0.7;

  /** {@code WEIGHT · Σ_j (mean over rows of code_j − 0.2)²}. */
  private static AutoencoderType sparse() {
    return withPenalty(
        (code, gradient, rows) -> {
          int codes = code.columns();
          float[] c = code.toArray();
          float[] g = gradient.toArray();
          double penalty = 0;
          for (int j = 0; j < codes; j++) {
            double mean = 0;
            for (int r = 0; r < rows; r++) {
              mean += c[r * codes + j] / (double) rows;
            }
            penalty += WEIGHT * (mean - 0.2) * (mean - 0.2);
            for (int r = 0; r < rows; r++) {
              g[r * codes + j] += (float) (2 * WEIGHT * (mean - 0.2) / rows);
            }
          }
          gradient.write(0, g, g.length);
          return penalty;
        });
  }

  private static double sparsePenalty(List<double[]> codes) {
    double penalty = 0;
    for (int j = 0; j < codes.get(0).length; j++) {
      int column = j;
      double mean = codes.stream().mapToDouble(code -> code[column]).average().orElseThrow();
      penalty += WEIGHT * (mean - 0.2) * (mean - 0.2);
    }
    return penalty;
  }

  @Test
  void addsThePenaltyOfTheWholeBatchsCodes() {
    for (int rows : new int[] {9, 400}) {
      TestNetwork shape = large();
      AssembledNetwork network = shape.build(8);
      Dataset data = data(rows, 40);
      Result result =
          gradient(
              new Objective(network, new SquaredLoss(), List.of(sparse(), sparse())), data, rows);
      float[][] clean = data.toArray();
      DoubleNetwork reference = shape.inDouble();
      assertDirectionalGradient(
          network,
          result,
          parameters -> {
            DoubleNetwork.Pass pass =
                reference.forward(parameters, clean, UnaryOperator.identity());
            return meanSquaredError(pass.outputs(), clean) + 2 * sparsePenalty(pass.codes());
          });
    }
  }

  // Transforms.

  private static double shift(long seed) {
    return seed % 7 * 0.05;
  }

  /** {@code latent = code² + shift(seed)}. */
  private static final class Squaring implements AutoencoderType, CodeTransform {
    final List<Long> seeds = new ArrayList<>();

    @Override
    public Optional<CodeTransform> codeTransform() {
      return Optional.of(this);
    }

    @Override
    public void forward(Tensor code, Tensor latent, int rows, BatchContext step) {
      long seed = step.seed();
      seeds.add(seed);
      float[] values = code.toArray();
      for (int i = 0; i < rows * code.columns(); i++) {
        values[i] = values[i] * values[i] + (float) shift(seed);
      }
      latent.write(0, values, rows * code.columns());
    }

    @Override
    public void backward(
        Tensor code, Tensor latentGradient, Tensor codeGradient, int rows, BatchContext step) {
      seeds.add(step.seed());
      float[] values = code.toArray();
      float[] gradient = latentGradient.toArray();
      for (int i = 0; i < rows * code.columns(); i++) {
        gradient[i] *= 2 * values[i];
      }
      codeGradient.write(0, gradient, rows * code.columns());
    }

    @Override
    public void inUse(Tensor code, Tensor latent, int rows, Scratch scratch) {
      throw new AssertionError("this is no model in use");
    }
  }

  private static double[] squared(double[] code) {
    double[] latent = new double[code.length];
    for (int i = 0; i < code.length; i++) {
      latent[i] = code[i] * code[i] + shift(Seeds.of(SEED, StepSeeds.TRANSFORM));
    }
    return latent;
  }

  @Test
  void transformsTheCodeOnItsWayToTheDecoder() {
    for (int rows : new int[] {9, 400}) {
      TestNetwork shape = large();
      AssembledNetwork network = shape.build(9);
      Squaring type = new Squaring();
      Dataset data = data(rows, 40);
      Result result =
          gradient(new Objective(network, new SquaredLoss(), List.of(type)), data, rows);
      float[][] clean = data.toArray();
      DoubleNetwork reference = shape.inDouble();
      assertDirectionalGradient(
          network,
          result,
          parameters ->
              meanSquaredError(
                  reference.forward(parameters, clean, ObjectiveTest::squared).outputs(), clean));
      assertThat(type.seeds).hasSize(2).containsOnly(Seeds.of(SEED, StepSeeds.TRANSFORM));
    }
  }

  private static AutoencoderType everyHook() {
    Squaring transform = new Squaring();
    AutoencoderType corrupting = new Corrupting();
    AutoencoderType sparse = sparse();
    return new AutoencoderType() {
      @Override
      public Optional<Corruption> corruption() {
        return corrupting.corruption();
      }

      @Override
      public Optional<CodeTransform> codeTransform() {
        return Optional.of(transform);
      }

      @Override
      public Optional<CodePenalty> codePenalty() {
        return sparse.codePenalty();
      }
    };
  }

  @Test
  void composesAllHooks() {
    TestNetwork shape = large();
    AssembledNetwork network = shape.build(10);
    Dataset data = data(400, 40);
    Result result =
        gradient(new Objective(network, new SquaredLoss(), List.of(everyHook())), data, 400);
    float[][] clean = data.toArray();
    float[][] noisy = corrupted(clean);
    DoubleNetwork reference = shape.inDouble();
    assertDirectionalGradient(
        network,
        result,
        parameters -> {
          DoubleNetwork.Pass pass = reference.forward(parameters, noisy, ObjectiveTest::squared);
          return meanSquaredError(pass.outputs(), clean) + sparsePenalty(pass.codes());
        });
  }

  private static Moment training() {
    return Moment.ofTraining().at(SEED, 0, 0);
  }

  /** Validation measures the objective of clean rows. */
  @Test
  void evaluationLeavesCorruptionOut() {
    TestNetwork shape = large();
    AssembledNetwork network = shape.build(11);
    Objective objective = new Objective(network, new SquaredLoss(), List.of(everyHook()));
    Dataset data = data(400, 40);
    float[][] clean = data.toArray();
    double[] parameters = doubles(network.parameters().values().toArray());
    DoubleNetwork.Pass pass = shape.inDouble().forward(parameters, clean, ObjectiveTest::squared);
    double reconstruction = meanSquaredError(pass.outputs(), clean);
    double penalty = sparsePenalty(pass.codes());
    Moment moment = Moment.ofValidation().at(SEED, 1, 7);
    try (BatchStep<?> step = BatchStep.of(objective, objective.plan(400), 2)) {
      step.gradient(data, order(400), 0, 400, training());
      double value = step.evaluate(data, order(400), 0, 400, moment);
      assertThat(value).isCloseTo(reconstruction + penalty, within(2e-6));
    }
    assertThat(moment.figures.take())
        .containsOnlyKeys("reconstruction", "penalty")
        .hasEntrySatisfying(
            "reconstruction", value -> assertThat(value).isCloseTo(reconstruction, within(2e-6)))
        .hasEntrySatisfying("penalty", value -> assertThat(value).isCloseTo(penalty, within(2e-6)));
  }

  @Test
  void refusesTwoTransforms() {
    AssembledNetwork network =
        TestNetwork.of(4).bottleneck("c", 2, new Tanh()).decoder("o", 4, new Tanh()).build(1);
    Objective objective =
        new Objective(network, new SquaredLoss(), List.of(new Squaring(), new Squaring()));
    assertThatThrownBy(() -> gradient(objective, data(3, 4), 3))
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            "[AE-231] Any has two types that transform the code, %s and %s: take one of them away.",
            Squaring.class.getName(), Squaring.class.getName());
  }

  /** Leaves the half of the rows with the larger losses out, and counts the rest double. */
  private static AutoencoderType trimming() {
    return new AutoencoderType() {
      @Override
      public Optional<RowWeighting> rowWeighting() {
        return Optional.of(
            (losses, weights, rows, step) -> {
              double median =
                  IntStream.range(0, rows).mapToDouble(r -> losses[r]).sorted().toArray()[rows / 2];
              for (int r = 0; r < rows; r++) {
                weights[r] = losses[r] < median ? 2 : 0;
              }
            });
      }
    };
  }

  @Test
  void weighsRowsByTheLossesOfTheWholeBatch() {
    for (int rows : new int[] {10, 400}) {
      TestNetwork shape = large();
      AssembledNetwork network = shape.build(12);
      Dataset data = data(rows, 40);
      Result result =
          gradient(new Objective(network, new SquaredLoss(), List.of(trimming())), data, rows);

      double[] at = doubles(network.parameters().values().toArray());
      float[][] all = data.toArray();
      float[][] kept =
          Arrays.stream(all)
              .sorted(
                  Comparator.comparingDouble(
                      row ->
                          squaredError(shape, new float[][] {row}, new float[][] {row})
                              .applyAsDouble(at)))
              .limit(rows / 2)
              .toArray(float[][]::new);
      // Twice the half of the rows, divided by all of them: the mean over the half.
      assertDirectionalGradient(network, result, squaredError(shape, kept, kept));
    }
  }

  @Test
  void refusesWhatDoesNotFit() {
    AssembledNetwork network = large().build(1);
    Objective objective = new Objective(network, new SquaredLoss(), List.of());
    Tensor right = Tensor.allocate(1, network.parameters().size());

    assertThatThrownBy(() -> objective.gradient(right, data(3, 41), new int[] {0}, 1, right))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> objective.gradient(right, data(3, 40), new int[0], 1, right))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> objective.gradient(Tensor.allocate(1, 3), data(3, 40), new int[] {0}, 1, right))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
