package io.venturi.losses;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.kernel.Linear;
import io.venturi.spi.LossTile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearnedGaussianLossTest {

  private static final float[] OUTPUT = {0.5f, -1, 2, 0, 1, 3};
  private static final float[] TARGET = {0, 1, 2, -1, 1, 1};

  /** What is kept of variances from tile to tile is that of the parameters at hand. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void parametersMayChangeBetweenTiles(boolean each) {
    LearnedGaussianLoss loss = new LearnedGaussianLoss(1, 1e-3, each);
    LossTile kept = tile(loss, each);
    float[][] parameters = {{0, 0, 0}, {0, 1, 0}, {-1, 1, 0}, {-1, 1, 0}, {0, 0, 0}};
    for (float[] values : parameters) {
      LossTile fresh = tile(loss, each);
      evaluate(loss, kept, values);
      evaluate(loss, fresh, values);
      assertThat(kept.rowLoss).isEqualTo(fresh.rowLoss);
      assertThat(kept.gradient).isEqualTo(fresh.gradient);
      assertThat(fresh.gradient[1] / (OUTPUT[1] - TARGET[1]))
          .isEqualTo((float) (1 / (1e-3 + StrictMath.exp(values[each ? 1 : 0]))));
    }
  }

  private static LossTile tile(LearnedGaussianLoss loss, boolean each) {
    return new LossTile(
        new float[6], new float[6], new float[6], new float[2], loss.scratch(3), each ? 3 : 1);
  }

  private static void evaluate(LearnedGaussianLoss loss, LossTile tile, float[] parameters) {
    System.arraycopy(OUTPUT, 0, tile.preActivation, 0, 6);
    System.arraycopy(TARGET, 0, tile.target, 0, 6);
    System.arraycopy(parameters, 0, tile.parameters, 0, tile.parameters.length);
    tile.set(0, 2, 3, 1);
    loss.evaluate(tile, new Linear());
  }
}
