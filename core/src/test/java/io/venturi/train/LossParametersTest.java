package io.venturi.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.error.TrainingException;
import io.venturi.internal.AssembledNetwork;
import io.venturi.kernel.Activation;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Tanh;
import io.venturi.kernel.Tensor;
import io.venturi.model.Model;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.Loss;
import io.venturi.spi.LossTile;
import io.venturi.spi.ParameterSpec;
import io.venturi.spi.RowWeighting;
import io.venturi.testing.Rows;
import io.venturi.testing.SquaredLoss;
import io.venturi.testing.TestNetwork;
import io.venturi.testing.TestSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A loss that learns parameters of its own. */
class LossParametersTest {

  private static final int WIDTH = 40;

  private static final TestNetwork SHAPE =
      TestNetwork.of(WIDTH)
          .encoder("wide", 60, new Tanh())
          .bottleneck("code", 8, new Tanh())
          .decoder("out", WIDTH, new Linear());

  /** {@code Σ ½ (e^(−s_i) (y_i − x_i)² + s_i)}: Gaussian, with a log-variance s a feature. */
  private static final class Gaussian implements Loss {

    @Override
    public List<ParameterSpec> parameters(int width) {
      return List.of(ParameterSpec.biases(width));
    }

    @Override
    public void evaluate(LossTile tile, Activation activation) {
      activation.apply(tile.preActivation, tile.rows(), tile.width());
      for (int r = 0; r < tile.rows(); r++) {
        double sum = 0;
        for (int i = 0; i < tile.width(); i++) {
          int at = r * tile.width() + i;
          double difference = tile.preActivation[at] - tile.target[at];
          double precision = Math.exp(-tile.parameters[i]);
          sum += 0.5 * (precision * difference * difference + tile.parameters[i]);
          tile.gradient[at] = (float) (tile.scale() * precision * difference);
        }
        tile.rowLoss[tile.firstRow() + r] = (float) sum;
      }
      activation.gradient(tile.gradient, tile.preActivation, tile.rows(), tile.width());
    }

    @Override
    public void parameterGradient(LossTile tile, Activation activation) {
      activation.apply(tile.preActivation, tile.rows(), tile.width());
      for (int r = 0; r < tile.rows(); r++) {
        float factor = tile.scale() * tile.rowWeight(r);
        for (int i = 0; i < tile.width(); i++) {
          int at = r * tile.width() + i;
          double difference = tile.preActivation[at] - tile.target[at];
          double precision = Math.exp(-tile.parameters[i]);
          tile.parameterGradient[i] +=
              (float) (factor * 0.5 * (1 - precision * difference * difference));
        }
      }
    }
  }

  private static AutoencoderType leavingOut() {
    return new AutoencoderType() {
      @Override
      public Optional<RowWeighting> rowWeighting() {
        return Optional.of(
            (losses, weights, rows, step) -> {
              for (int r = 0; r < rows; r++) {
                weights[r] = r % 3;
              }
            });
      }
    };
  }

  private static AssembledNetwork network() {
    AssembledNetwork network = SHAPE.build(3);
    float[] values = network.parameters().values().toArray();
    network.parameters().addLoss(new Gaussian().parameters(WIDTH));
    network.parameters().values().write(0, values, values.length);
    return network;
  }

  private static void assertGradient(Dataset data, AutoencoderType... types) {
    AssembledNetwork network = network();
    Objective objective = new Objective(network, new Gaussian(), List.of(types));
    int size = network.parameters().size();
    int first = network.parameters().loss().get(0).offset();
    assertThat(first).isEqualTo(size - WIDTH);
    float[] at = network.parameters().values().toArray();
    for (int i = first; i < size; i++) {
      at[i] = 0.1f * (i % 7) - 0.3f;
    }
    int[] rows = IntStream.range(0, data.size()).toArray();
    Tensor gradient = Tensor.allocate(1, size);
    objective.gradient(tensor(at), data, rows, 1, gradient);
    float[] found = gradient.toArray();
    Tensor ignored = Tensor.allocate(1, size);
    for (int i : new int[] {0, 100, first, first + 1, first + 17, size - 1}) {
      float step = 1e-2f;
      double up = objective.gradient(moved(at, i, step), data, rows, 1, ignored);
      double down = objective.gradient(moved(at, i, -step), data, rows, 1, ignored);
      assertThat((double) found[i]).isCloseTo((up - down) / (2 * step), within(2e-3));
    }
  }

  private static Tensor moved(float[] at, int index, float step) {
    float[] values = at.clone();
    values[index] += step;
    return tensor(values);
  }

  private static Tensor tensor(float[] values) {
    Tensor tensor = Tensor.allocate(1, values.length);
    tensor.write(0, values, values.length);
    return tensor;
  }

  @Test
  void theirGradientIsThatOfTheObjective() {
    assertGradient(Dataset.of(Rows.uniform(400, WIDTH, 1)));
  }

  @Test
  void rowsCountByTheirWeights() {
    float[] weights = new float[400];
    for (int r = 0; r < weights.length; r++) {
      weights[r] = r % 5;
    }
    assertGradient(Dataset.of(Rows.uniform(400, WIDTH, 1)).weighted(weights));
    assertGradient(Dataset.of(Rows.uniform(400, WIDTH, 1)), leavingOut());
  }

  /** The best variance of a feature is that of its reconstruction's errors. */
  @Test
  void trainingLearnsThem() {
    float[][] rows = Rows.uniform(400, WIDTH, -1, 1, 1);
    for (float[] row : rows) {
      Arrays.fill(row, 0, WIDTH / 2, 0.25f);
    }
    Dataset data = Dataset.of(rows);
    Model<?> model = trainer(new Gaussian()).fit(data).model();
    float[] all = model.parameters();
    float[][] again = model.reconstruct(rows);
    for (int feature : new int[] {0, WIDTH - 1}) {
      double sum = 0;
      for (int r = 0; r < rows.length; r++) {
        double error = rows[r][feature] - again[r][feature];
        sum += error * error;
      }
      double learned = Math.exp(all[all.length - WIDTH + feature]);
      assertThat(learned).isBetween(0.5 * sum / rows.length, 2 * sum / rows.length + 0.02);
    }
  }

  private static Trainer<?> trainer(Loss loss) {
    return new Trainer<>(TestSpec.of(() -> SHAPE.build(1), loss))
        .epochs(60)
        .batchSize(50)
        .optimizer(new Adam(0.02));
  }

  @Test
  void continuesOnlyWithALossOfTheSameParameters() {
    Dataset data = Dataset.of(Rows.uniform(60, WIDTH, 1));
    Model<?> model = trainer(new Gaussian()).epochs(1).fit(data).model();
    Model<?> more = trainer(new Gaussian()).epochs(1).from(model).fit(data).model();
    assertThat(more.parameters()).isNotEqualTo(model.parameters());
    assertThatThrownBy(() -> trainer(new SquaredLoss()).from(model))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("a loss with other parameters");
  }

  @Test
  void sameBitsOnAnyNumberOfThreads() {
    Dataset data = Dataset.of(Rows.uniform(400, WIDTH, 1));
    float[] one = trained(data, 1);
    assertThat(trained(data, 2)).isEqualTo(one);
    assertThat(trained(data, 3)).isEqualTo(one);
  }

  private static float[] trained(Dataset data, int threads) {
    return trainer(new Gaussian())
        .epochs(2)
        .batchSize(300)
        .threads(threads)
        .fit(data)
        .model()
        .parameters();
  }
}
