package io.venturi.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.error.TrainingException;
import io.venturi.internal.AssembledNetwork;
import io.venturi.kernel.GlorotUniform;
import io.venturi.kernel.Linear;
import io.venturi.model.Model;
import io.venturi.spi.NetworkDescription;
import io.venturi.spi.Section;
import io.venturi.testing.Rows;
import io.venturi.testing.SquaredLoss;
import io.venturi.testing.TestSpec;
import io.venturi.train.Sgd;
import io.venturi.train.Trainer;
import io.venturi.train.Training;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the gradient checks of generated networks do not see: running averages, and their use. */
class BatchNormalizationKernelTest {

  private static final int WIDTH = 3;

  /** Normalisation of the raw rows, and then the smallest of networks. */
  private static AssembledNetwork network(int group, double momentum) {
    String dense = "io.venturi.annotation.Dense";
    NetworkDescription description =
        NetworkDescription.builder("io.venturi.testing.Any", WIDTH)
            .layer(Section.ENCODER, "raw", "Norm", WIDTH, WIDTH, Map.of())
            .layer(Section.BOTTLENECK, "code", dense, WIDTH, 2, Map.of())
            .layer(Section.DECODER, "out", dense, 2, WIDTH, Map.of())
            .build();
    return new AssembledNetwork(
        description,
        List.of(
            new BatchNormalizationKernel(WIDTH, group, momentum, 1e-5, new Linear()),
            new DenseKernel(WIDTH, 2, new Linear(), new GlorotUniform()),
            new DenseKernel(2, WIDTH, new Linear(), new GlorotUniform())),
        new Linear());
  }

  private static Training<Object> train(
      AssembledNetwork network, float[][] rows, int batchSize, int epochs) {
    return new Trainer<>(TestSpec.of(() -> network, new SquaredLoss()))
        .optimizer(new Sgd(1e-3))
        .shuffle(false)
        .batchSize(batchSize)
        .epochs(epochs)
        .fit(Dataset.of(rows));
  }

  private static double mean(float[][] rows, int from, int to, int feature) {
    double sum = 0;
    for (int r = from; r < to; r++) {
      sum += rows[r][feature];
    }
    return sum / (to - from);
  }

  private static double variance(float[][] rows, int from, int to, int feature) {
    double mean = mean(rows, from, to, feature);
    double sum = 0;
    for (int r = from; r < to; r++) {
      sum += Math.pow(rows[r][feature] - mean, 2);
    }
    return sum / (to - from - 1);
  }

  @Test
  void theFirstStepLeavesMeansAndUnbiasedVariances() {
    float[][] rows = Rows.uniform(20, WIDTH, -1f, 3f, 1);
    AssembledNetwork network = network(64, 0.9);
    train(network, rows, 20, 1);

    float[] state = network.parameters().state().toArray();
    assertThat(state[0]).isEqualTo(1);
    for (int i = 0; i < WIDTH; i++) {
      assertThat((double) state[1 + i]).isCloseTo(mean(rows, 0, 20, i), within(1e-6));
      assertThat((double) state[1 + WIDTH + i]).isCloseTo(variance(rows, 0, 20, i), within(1e-5));
    }
  }

  /** Groups of 8, 8 and 5: each counts by its rows. */
  @Test
  void groupsCountByTheirRows() {
    float[][] rows = Rows.uniform(21, WIDTH, -1f, 3f, 1);
    AssembledNetwork network = network(8, 0.9);
    train(network, rows, 21, 1);

    float[] state = network.parameters().state().toArray();
    for (int i = 0; i < WIDTH; i++) {
      double expected =
          (8 * variance(rows, 0, 8, i)
                  + 8 * variance(rows, 8, 16, i)
                  + 5 * variance(rows, 16, 21, i))
              / 21;
      assertThat((double) state[1 + i]).isCloseTo(mean(rows, 0, 21, i), within(1e-6));
      assertThat((double) state[1 + WIDTH + i]).isCloseTo(expected, within(1e-5));
    }
  }

  /** Two steps of momentum 0.9 count alike; with momentum 0 the last counts alone. */
  @Test
  void earlyStepsCountAlikeUnlessMomentumForbids() {
    float[][] rows = Rows.uniform(20, WIDTH, -1f, 3f, 1);
    AssembledNetwork slow = network(64, 0.9);
    AssembledNetwork forgetful = network(64, 0);
    train(slow, rows, 10, 1);
    train(forgetful, rows, 10, 1);

    for (int i = 0; i < WIDTH; i++) {
      assertThat((double) slow.parameters().state().toArray()[1 + i])
          .isCloseTo(mean(rows, 0, 20, i), within(1e-6));
      assertThat((double) forgetful.parameters().state().toArray()[1 + i])
          .isCloseTo(mean(rows, 10, 20, i), within(1e-6));
    }
  }

  @Test
  void laterStepsCountExponentially() {
    float[][] rows = Rows.uniform(40, WIDTH, -1f, 3f, 1);
    AssembledNetwork network = network(64, 0.5);
    train(network, rows, 10, 1);

    double expected = mean(rows, 0, 10, 0); // Then shares of 1/2, 1/2 and 1/2.
    for (int step = 1; step < 4; step++) {
      expected += 0.5 * (mean(rows, 10 * step, 10 * step + 10, 0) - expected);
    }
    assertThat((double) network.parameters().state().toArray()[1])
        .isCloseTo(expected, within(1e-6));
    assertThat(network.parameters().state().toArray()[0]).isEqualTo(4);
  }

  /** In use a row's result depends on the row alone. */
  @Test
  void inUseTheRunningAveragesNormalize() {
    float[][] rows = Rows.uniform(64, WIDTH, -1f, 3f, 1);
    AssembledNetwork network = network(32, 0.9);
    try (Model<Object> model = train(network, rows, 32, 3).model()) {
      float[][] together = model.reconstruct(rows);
      for (int r = 0; r < rows.length; r++) {
        float[] alone = model.reconstruct(new float[][] {rows[r]})[0];
        for (int i = 0; i < WIDTH; i++) {
          assertThat(alone[i]).isCloseTo(together[r][i], within(1e-5f));
        }
      }
      float[] normalized = new float[WIDTH];
      float[] state = network.parameters().state().toArray();
      for (int i = 0; i < WIDTH; i++) {
        normalized[i] =
            (float) ((rows[5][i] - state[1 + i]) / Math.sqrt(state[1 + WIDTH + i] + 1e-5));
        normalized[i] =
            normalized[i] * model.layer("raw").weights()[0][i] + model.layer("raw").biases()[i];
      }
      float[][] weights = model.layer("code").weights();
      for (int o = 0; o < 2; o++) {
        double code = model.layer("code").biases()[o];
        for (int i = 0; i < WIDTH; i++) {
          code += normalized[i] * weights[i][o];
        }
        assertThat((double) model.encode(rows)[5][o]).isCloseTo(code, within(1e-5));
      }
    }
  }

  @Test
  void aConstantFeatureStaysFinite() {
    float[][] rows = Rows.uniform(32, WIDTH, -1f, 3f, 1);
    for (float[] row : rows) {
      row[1] = 7;
    }
    Training<Object> training = train(network(16, 0.9), rows, 32, 5);
    assertThat(training.history().last().loss()).isFinite();
    for (float[] row : training.model().reconstruct(rows)) {
      assertThat(row[1]).isFinite();
    }
  }

  @Test
  void aBatchOfOneRowIsRefused() {
    float[][] rows = Rows.uniform(4, WIDTH, 1);
    assertThatThrownBy(() -> train(network(64, 0.9), rows, 1, 1))
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            "[AE-230] batchSize is 1, but must be at least 2: layer raw normalises over the rows of"
                + " a batch.");
    assertThatThrownBy(() -> train(network(64, 0.9), new float[][] {rows[0]}, 8, 1))
        .isInstanceOf(TrainingException.class)
        .hasMessageStartingWith("[AE-230] the number of rows is 1, but must be at least 2: layer");
  }

  @Test
  void describesItself() {
    AssembledNetwork network = network(64, 0.9);
    assertThat(network.parameters().layer(0, "raw")).hasToString("raw: batch normalization 3");
  }

  /** "All rows of the batch" is said by a number that no batch has. */
  @Test
  void aGroupMayBeLargerThanAnyBatch() {
    float[][] rows = Rows.uniform(63, WIDTH, -1f, 3f, 1);
    AssembledNetwork network = network(Integer.MAX_VALUE, 0.9);
    train(network, rows, 63, 1);
    assertThat((double) network.parameters().state().toArray()[1])
        .isCloseTo(mean(rows, 0, 63, 0), within(1e-6));
  }

  /** Far from zero and in large groups, sums in float would lose the digits that matter. */
  @Test
  void largeGroupsFarFromZeroLoseNoDigits() {
    float[][] rows = Rows.uniform(20_000, WIDTH, 9_999f, 10_001f, 1);
    AssembledNetwork network = network(20_000, 0.9);
    train(network, rows, 20_000, 1);
    float[] state = network.parameters().state().toArray();
    for (int i = 0; i < WIDTH; i++) {
      double variance = variance(rows, 0, 20_000, i);
      assertThat((double) state[1 + i]).isCloseTo(mean(rows, 0, 20_000, i), within(1e-3));
      assertThat((double) state[1 + WIDTH + i]).isCloseTo(variance, within(1e-5 * variance));
    }
  }

  @Test
  void stateThatNoTrainingLeavesIsRefused() {
    AssembledNetwork network = network(64, 0.9);
    float[] state = new float[7];
    network.parameters().kernels().requireSoundState(state);
    state[5] = -1;
    assertThatThrownBy(() -> network.parameters().kernels().requireSoundState(state))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a variance of -1.0 of feature 1");
    for (float steps : new float[] {-1, 0.5f, 1e30f}) {
      state[0] = steps;
      assertThatThrownBy(() -> network.parameters().kernels().requireSoundState(state))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("running averages of " + steps + " steps");
    }
  }
}
