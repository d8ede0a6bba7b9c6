package io.venturi.train;

import static io.venturi.testing.DoubleNetwork.finiteDifferences;
import static io.venturi.testing.DoubleNetwork.meanSquaredError;
import static io.venturi.testing.DoubleNetwork.relativeError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.data.Scalers;
import io.venturi.error.DataException;
import io.venturi.internal.AssembledNetwork;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Tanh;
import io.venturi.kernel.Tensor;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.RowWeighting;
import io.venturi.testing.DoubleNetwork;
import io.venturi.testing.Rows;
import io.venturi.testing.SmallAutoencoder;
import io.venturi.testing.SquaredLoss;
import io.venturi.testing.TestNetwork;
import io.venturi.testing.TestSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Weights that the data has. */
class RowWeightsTest {

  /** Several shards at 400 rows. */
  private static final TestNetwork LARGE =
      TestNetwork.of(40)
          .encoder("wide", 60, new Tanh())
          .bottleneck("code", 10, new Sigmoid())
          .decoder("widen", 60, new Relu())
          .decoder("out", 40, new Sigmoid());

  private static final TestNetwork SMALL =
      TestNetwork.of(6)
          .encoder("wide", 5, new Tanh())
          .bottleneck("code", 3, new Sigmoid())
          .decoder("out", 6, new Sigmoid());

  private static Dataset data(int rows, int width) {
    return Dataset.of(Rows.uniform(rows, width, 0.05f, 0.95f, 5));
  }

  private static float[] weights(int rows) {
    SplittableRandom random = new SplittableRandom(3);
    float[] weights = new float[rows];
    for (int i = 0; i < rows; i++) {
      weights[i] = i % 5 == 0 ? 0 : (float) random.nextDouble(3);
    }
    return weights;
  }

  @SuppressWarnings("ArrayRecordComponent") // Compared element by element.
  private record Result(double value, float[] gradient) {}

  private static Result evaluate(TestNetwork shape, Dataset data, AutoencoderType... types) {
    return evaluate(shape, data, IntStream.range(0, data.size()).toArray(), types);
  }

  private static Result evaluate(
      TestNetwork shape, Dataset data, int[] rows, AutoencoderType... types) {
    AssembledNetwork network = shape.build(2);
    Tensor at = network.parameters().values();
    Tensor gradient = Tensor.allocate(1, at.size());
    double value =
        new Objective(network, new SquaredLoss(), List.of(types))
            .gradient(at, data, rows, 1, gradient);
    return new Result(value, gradient.toArray());
  }

  /** A result times the rows that it is a mean over. */
  private static double[] times(float[] gradient, int rows) {
    return IntStream.range(0, gradient.length)
        .mapToDouble(i -> (double) gradient[i] * rows)
        .toArray();
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  @Test
  void agreesWithFiniteDifferences() {
    float[][] rows = data(11, 6).toArray();
    float[] weights = weights(11);
    DoubleNetwork network = SMALL.inDouble();
    Result result = evaluate(SMALL, Dataset.of(rows).weighted(weights));

    float[] at = SMALL.build(2).parameters().values().toArray();
    double[] expected =
        finiteDifferences(
            at,
            parameters -> {
              double sum = 0;
              for (int r = 0; r < rows.length; r++) {
                float[][] row = {rows[r]};
                sum +=
                    weights[r]
                        * meanSquaredError(
                            network.forward(parameters, row, UnaryOperator.identity()).outputs(),
                            row);
              }
              return sum / rows.length;
            });

    assertThat(relativeError(result.gradient(), expected)).isLessThan(1e-4);
  }

  /** Of one shard and of several. */
  @Test
  void twiceTheWeightIsTheRowTwice() {
    for (TestNetwork shape : List.of(SMALL, LARGE)) {
      int count = shape == SMALL ? 10 : 399;
      Dataset data = data(count, shape == SMALL ? 6 : 40);
      float[] weights = new float[count];
      Arrays.fill(weights, 1);
      weights[3] = 2;
      int[] withRowTwice = IntStream.range(0, count + 1).map(i -> i == count ? 3 : i).toArray();

      Result weighted = evaluate(shape, data.weighted(weights));
      Result twice = evaluate(shape, data, withRowTwice);

      assertThat(weighted.value() * count).isCloseTo(twice.value() * (count + 1), within(1e-4));
      assertThat(
              relativeError(
                  floats(times(weighted.gradient(), count)), times(twice.gradient(), count + 1)))
          .isLessThan(1e-5);
    }
  }

  @Test
  void withoutWeightTheRowIsAbsentButForTheDivisor() {
    Dataset data = data(400, 40);
    float[] weights = new float[400];
    Arrays.fill(weights, 1);
    for (int r = 0; r < 400; r += 3) {
      weights[r] = 0;
    }
    int[] others = IntStream.range(0, 400).filter(r -> r % 3 != 0).toArray();

    Result weighted = evaluate(LARGE, data.weighted(weights));
    Result without = evaluate(LARGE, data, others);

    assertThat(weighted.value() * 400).isCloseTo(without.value() * others.length, within(1e-4));
    assertThat(
            relativeError(
                floats(times(weighted.gradient(), 400)), times(without.gradient(), others.length)))
        .isLessThan(1e-5);
  }

  @Test
  void weightsOfOneChangeNoBit() {
    float[] ones = new float[400];
    Arrays.fill(ones, 1);

    assertThat(evaluate(LARGE, data(400, 40).weighted(ones)).gradient())
        .isEqualTo(evaluate(LARGE, data(400, 40)).gradient());
  }

  private record Weighing(RowWeighting weighting) implements AutoencoderType {
    @Override
    public Optional<RowWeighting> rowWeighting() {
      return Optional.of(weighting);
    }
  }

  /** A type that weighs rows sees their losses as they are, and its weights are multiplied. */
  @Test
  void combinesWithTheWeightsOfATypes() {
    Dataset data = data(400, 40);
    float[] own = new float[400];
    float[] product = weights(400);
    for (int r = 0; r < 400; r++) {
      own[r] = r % 2 == 0 ? 0.5f : 3;
      product[r] *= own[r];
    }
    float[][] seen = new float[2][];
    AutoencoderType type =
        new Weighing(
            (losses, weights, rows, step) -> {
              seen[seen[0] == null ? 0 : 1] = Arrays.copyOf(losses, rows);
              System.arraycopy(own, 0, weights, 0, rows);
            });

    Result plain = evaluate(LARGE, data, type);
    Result both = evaluate(LARGE, data.weighted(weights(400)), type);

    assertThat(seen[1]).isEqualTo(seen[0]);
    assertThat(both.value()).isNotEqualTo(plain.value());
    Result byHand = evaluate(LARGE, data.weighted(product));
    assertThat(both.value()).isCloseTo(byHand.value(), within(1e-7));
    assertThat(relativeError(both.gradient(), times(byHand.gradient(), 1))).isLessThan(1e-6);
  }

  private static Trainer<SmallAutoencoder> trainer() {
    return new Trainer<>(TestSpec.small()).epochs(2).batchSize(16).seed(7);
  }

  @Test
  void givesTheSameBitsOnAnyNumberOfThreads() {
    Dataset data = data(1000, 40).weighted(weights(1000));
    float[] one = train(data, 1);

    assertThat(train(data, 2)).isEqualTo(one);
    assertThat(train(data, 3)).isEqualTo(one);
    assertThat(train(data(1000, 40), 1)).isNotEqualTo(one);
  }

  private static float[] train(Dataset data, int threads) {
    return new Trainer<>(TestSpec.of(() -> LARGE.build(1), new SquaredLoss()))
        .epochs(2)
        .batchSize(300)
        .threads(threads)
        .fit(data)
        .model()
        .parameters();
  }

  /** Rows that count and rows that do not: the loss is that of the first, over all. */
  @Test
  void theValidationLossIsWeightedToo() {
    Dataset train = data(64, 6);
    Dataset held = Dataset.of(Rows.uniform(50, 6, 8));
    float[] weights = new float[50];
    Arrays.fill(weights, 0, 20, 2f);

    double plain = validationLoss(train, held.slice(0, 20));

    assertThat(validationLoss(train, held.weighted(weights)))
        .isCloseTo(plain * 2 * 20 / 50, within(1e-7));
  }

  private static double validationLoss(Dataset train, Dataset held) {
    return trainer().validation(held).fit(train).history().last().validationLoss().orElseThrow();
  }

  /** A part of weighted rows has their weights; a scaled one too. */
  @Test
  void partsKeepTheirWeights() {
    float[] weights = weights(50);
    Dataset data = data(50, 6).weighted(weights);
    Dataset.Split split = data.split(0.3, 4);

    assertThat(data.slice(10, 20).weight(3)).isEqualTo(weights[13]);
    assertThat(data.slice(10, 20).slice(2, 5).weight(1)).isEqualTo(weights[13]);
    assertThat(data.select(new int[] {49, 7}).weight(0)).isEqualTo(weights[49]);
    assertThat(data.select(new int[] {49, 7}).isWeighted()).isTrue();
    float[] firstOfAll = data.slice(0, 1).toArray()[0];
    assertThat(firstOfAll).isEqualTo(data(50, 6).toArray()[0]);
    double sum = 0;
    for (Dataset part : List.of(split.first(), split.second())) {
      for (int r = 0; r < part.size(); r++) {
        sum += part.weight(r);
      }
    }
    double all = 0;
    for (float weight : weights) {
      all += weight;
    }
    assertThat(sum).isCloseTo(all, within(1e-4));
    Dataset scaled = Scalers.standard().fit(data).apply(data);
    assertThat(scaled.isWeighted()).isTrue();
    assertThat(scaled.weight(13)).isEqualTo(weights[13]);
    assertThat(data(50, 6).isWeighted()).isFalse();
    assertThat(data(50, 6).weight(49)).isEqualTo(1);
    assertThatThrownBy(() -> data(50, 6).weight(50)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void weightsAreCopied() {
    float[] weights = {1, 2};
    Dataset data = data(2, 6).weighted(weights);
    weights[1] = 5;
    assertThat(data.weight(1)).isEqualTo(2);
    assertThat(data.weighted(new float[] {3, 4}).weight(0)).isEqualTo(3);
  }

  @Test
  void refusesWeightsThatAreNone() {
    Dataset data = data(3, 6);

    assertRefused(
        () -> data.weighted(new float[2]),
        "[AE-243] 2 weights were given for the data, which has 3 rows: give one a row.");
    for (float bad : new float[] {-1f, Float.NaN, Float.POSITIVE_INFINITY}) {
      assertRefused(
          () -> data.weighted(new float[] {1, bad, 1}),
          "[AE-244] The weight of row 1 of the data is "
              + bad
              + ": weights are finite and at least 0.");
    }
    assertRefused(
        () -> trainer().fit(data.weighted(new float[3])),
        "[AE-245] All weights of the data are 0, so no row of it counts: give one a weight above"
            + " 0.");
    assertRefused(
        () -> trainer().validation(data.weighted(new float[3])).fit(data),
        "[AE-245] All weights of the validation data are 0, so no row of it counts: give one a"
            + " weight above 0.");
    assertRefused(
        () -> trainer().scaler(Scalers.standard()).fit(data.weighted(new float[3])),
        "[AE-245] All weights of the data are 0, so no row of it counts: give one a weight above"
            + " 0.");
  }

  private static void assertRefused(Runnable work, String message) {
    assertThatThrownBy(work::run).isInstanceOf(DataException.class).hasMessage(message);
  }
}
