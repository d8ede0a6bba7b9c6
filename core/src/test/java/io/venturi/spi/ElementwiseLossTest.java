package io.venturi.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venturi.kernel.Activation;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Tanh;
import io.venturi.testing.DoubleNetwork;
import io.venturi.testing.Rows;
import io.venturi.testing.SquaredLoss;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementwiseLossTest {

  /** Widths around the eight running sums, every activation, in the middle of a batch. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 16, 31})
  void composesLossAndActivation(int width) {
    int rows = 5;
    int firstRow = 3;
    float scale = 0.25f;
    float[] pre = Rows.uniform(1, rows * width, -2, 2, 1)[0];
    float[] target = Rows.uniform(1, rows * width, 0, 1, 2)[0];
    for (Activation f : List.of(new Linear(), new Relu(), new Sigmoid(), new Tanh())) {
      float[] gradient = new float[rows * width + 3];
      gradient[rows * width] = 77;
      float[] rowLoss = new float[firstRow + rows + 2];
      java.util.Arrays.fill(rowLoss, -1);
      LossTile tile = new LossTile(pre.clone(), target.clone(), gradient, rowLoss);
      tile.set(firstRow, rows, width, scale);
      assertThat(tile.size()).isEqualTo(rows * width);
      new SquaredLoss().evaluate(tile, f);
      double h = 1e-5;
      for (int r = 0; r < rows; r++) {
        double loss = 0;
        for (int i = r * width; i < (r + 1) * width; i++) {
          loss += squared(f, pre[i], target[i]) / width;
          double slope =
              (squared(f, pre[i] + h, target[i]) - squared(f, pre[i] - h, target[i])) / (2 * h);
          assertThat((double) gradient[i]).isCloseTo(scale * slope / width, within(3e-6));
        }
        assertThat((double) rowLoss[firstRow + r]).isCloseTo(loss, within(1e-5));
      }
      assertThat(gradient[rows * width]).isEqualTo(77);
      assertThat(rowLoss[firstRow - 1]).isEqualTo(-1);
      assertThat(rowLoss[firstRow + rows]).isEqualTo(-1);
    }
  }

  private static double squared(Activation f, double pre, double target) {
    double difference = DoubleNetwork.value(f, pre) - target;
    return difference * difference;
  }
}
