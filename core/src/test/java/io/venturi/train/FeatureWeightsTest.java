package io.venturi.train;

import static io.venturi.testing.DoubleNetwork.finiteDifferences;
import static io.venturi.testing.DoubleNetwork.relativeError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.error.TrainingException;
import io.venturi.internal.AssembledNetwork;
import io.venturi.kernel.Activation;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Softmax;
import io.venturi.kernel.Tanh;
import io.venturi.kernel.Tensor;
import io.venturi.model.Model;
import io.venturi.spi.Loss;
import io.venturi.spi.LossTile;
import io.venturi.testing.Rows;
import io.venturi.testing.SmallAutoencoder;
import io.venturi.testing.SquaredLoss;
import io.venturi.testing.TestNetwork;
import io.venturi.testing.TestSpec;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What each feature counts in the loss. */
class FeatureWeightsTest {

  private static final float[] WEIGHTS = {0, 3, 0.5f, 1, 2, 0.25f};

  private static TestNetwork shape(Activation output) {
    return TestNetwork.of(6)
        .encoder("wide", 5, new Tanh())
        .bottleneck("code", 3, new Sigmoid())
        .decoder("out", 6, output);
  }

  @Test
  void agreesWithFiniteDifferences() {
    float[][] rows = Rows.uniform(11, 6, 0.05f, 0.95f, 5);
    TestNetwork shape = shape(new Sigmoid());
    double whole = 6.75;
    double[] expected =
        finiteDifferences(
            shape.build(2).parameters().values().toArray(),
            parameters -> {
              List<double[]> outputs =
                  shape.inDouble().forward(parameters, rows, UnaryOperator.identity()).outputs();
              double sum = 0;
              for (int r = 0; r < rows.length; r++) {
                for (int i = 0; i < 6; i++) {
                  sum += WEIGHTS[i] / whole * Math.pow(outputs.get(r)[i] - rows[r][i], 2);
                }
              }
              return sum / rows.length;
            });

    assertThat(relativeError(gradient(shape, rows, WEIGHTS), expected)).isLessThan(1e-4);
  }

  /** Where the activation mixes the values of a row, a feature of weight 0 still has a gradient. */
  @Test
  void weighsBeforeTheActivationsGradient() {
    LossTile tile =
        new LossTile(new float[] {0, 0}, new float[] {1, 0}, new float[2], new float[1]);
    tile.set(0, 1, 2, 1);
    tile.weights[0] = 2;
    tile.weights[1] = 0;
    tile.setWeighted();

    new SquaredLoss().evaluate(tile, new Softmax());

    // y = (½, ½), L = (y₀ − 1)², dL/dy₀ = −1, dy₀/dz = (¼, −¼).
    assertThat(tile.rowLoss[0]).isCloseTo(0.25f, within(1e-6f));
    assertThat(tile.gradient).usingComparatorWithPrecision(1e-6f).containsExactly(-0.25f, 0.25f);
  }

  @Test
  void whatCountsNothingMayBeExtreme() {
    float[] gradient = new float[2];
    LossTile tile =
        new LossTile(new float[] {1e30f, 1}, new float[] {0, 0}, gradient, new float[1]);
    tile.set(0, 1, 2, 1);
    tile.weights[1] = 1;
    tile.setWeighted();

    new SquaredLoss().evaluate(tile, new io.venturi.kernel.Linear());

    assertThat(tile.rowLoss[0]).isEqualTo(1);
    assertThat(gradient).containsExactly(0, 2);
  }

  @Test
  void aRowInWhichNothingCountsHasNoLoss() {
    LossTile tile = new LossTile(new float[] {1, 2}, new float[2], new float[2], new float[1]);
    tile.set(0, 1, 2, 1);
    tile.setWeighted();

    new SquaredLoss().evaluate(tile, new Tanh());

    assertThat(tile.rowLoss[0]).isZero();
    assertThat(tile.gradient).containsOnly(0);
  }

  @Test
  void onlyTheirRatiosMatterAndUniformOnesChangeNoBit() {
    float[][] rows = Rows.uniform(400, 6, 1);
    TestNetwork shape = shape(new Sigmoid());
    float[] thrice = {0, 9, 1.5f, 3, 6, 0.75f};

    assertThat(gradient(shape, rows, thrice)).isEqualTo(gradient(shape, rows, WEIGHTS));
    assertThat(gradient(shape, rows, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f, 0.1f))
        .isEqualTo(gradient(shape, rows));
    assertThat(gradient(shape, rows, WEIGHTS)).isNotEqualTo(gradient(shape, rows));
  }

  private static float[] gradient(TestNetwork shape, float[][] rows, float... weights) {
    AssembledNetwork network = shape.build(2);
    Tensor gradient = Tensor.allocate(1, network.parameters().size());
    new Objective(network, new SquaredLoss(), List.of(), ElementWeights.of(weights))
        .gradient(
            network.parameters().values(),
            Dataset.of(rows),
            IntStream.range(0, rows.length).toArray(),
            1,
            gradient);
    return gradient.toArray();
  }

  @Test
  void trainingLearnsWhatCountsAndTheModelSaysSo() {
    Dataset data = Dataset.of(Rows.uniform(300, 6, 1));
    Model<?> first =
        trainer().featureWeights(1, 0, 0, 0, 0, 0).batchSize(16).epochs(60).fit(data).model();
    Model<?> all = trainer().batchSize(16).epochs(60).fit(data).model();

    assertThat(first.provenance().facts())
        .containsEntry("featureWeights", "[1.0, 0.0, 0.0, 0.0, 0.0, 0.0]");
    assertThat(all.provenance().facts()).doesNotContainKey("featureWeights");
    assertThat(errorOfFirst(first, data)).isLessThan(errorOfFirst(all, data) / 2);
  }

  private static double errorOfFirst(Model<?> model, Dataset data) {
    float[][] rows = data.toArray();
    float[][] again = model.reconstruct(rows);
    double sum = 0;
    for (int r = 0; r < rows.length; r++) {
      sum += Math.pow(rows[r][0] - again[r][0], 2);
    }
    return sum / rows.length;
  }

  @Test
  void validationCountsAlike() {
    Dataset data = Dataset.of(Rows.uniform(64, 6, 1));
    Training<?> run =
        trainer()
            .featureWeights(WEIGHTS)
            .epochs(1)
            .optimizer(new Sgd(1e-30))
            .validation(data)
            .fit(data);

    assertThat(run.history().last().validationLoss().orElseThrow())
        .isCloseTo(run.history().last().loss(), within(1e-6));
  }

  @Test
  void threadsDoNotChangeABit() {
    Dataset data = Dataset.of(Rows.uniform(700, 6, 1));
    float[] one = trained(data, 1);
    for (int threads : new int[] {2, 3, 5}) {
      assertThat(trained(data, threads)).isEqualTo(one);
    }
  }

  private static float[] trained(Dataset data, int threads) {
    return trainer()
        .featureWeights(WEIGHTS)
        .batchSize(300)
        .threads(threads)
        .epochs(2)
        .fit(data)
        .model()
        .parameters();
  }

  @Test
  void refusesWeightsThatAreNone() {
    Dataset data = Dataset.of(Rows.uniform(8, 6, 1));
    assertRefused(
        () -> trainer().featureWeights(1, -1),
        "[AE-230] featureWeights[1] is -1.0, but must be at least 0 and finite.");
    assertRefused(
        () -> trainer().featureWeights(1, Float.NaN),
        "[AE-230] featureWeights[1] is NaN, but must be at least 0 and finite.");
    assertRefused(
        () -> trainer().featureWeights(0, 0),
        "[AE-230] featureWeights is all 0, but must be above 0 somewhere.");
    assertRefused(
        () -> trainer().featureWeights(1, 2).fit(data),
        "[AE-247] 2 feature weights were given for SmallAutoencoder, which has 6 features: give one"
            + " a feature.");
    assertRefused(
        () ->
            new Trainer<>(TestSpec.of(() -> shape(new Tanh()).build(1), new Opaque()))
                .featureWeights(WEIGHTS)
                .fit(data),
        "[AE-248] @Squared cannot count the values of a row differently, so it does not go with"
            + " featureWeights. Take another loss, such as @MeanSquaredError.");
  }

  private static Trainer<SmallAutoencoder> trainer() {
    return new Trainer<>(TestSpec.small());
  }

  private static void assertRefused(Runnable work, String message) {
    assertThatThrownBy(work::run).isInstanceOf(TrainingException.class).hasMessage(message);
  }

  private static final class Opaque implements Loss {
    @Override
    public void evaluate(LossTile tile, Activation activation) {}
  }
}
