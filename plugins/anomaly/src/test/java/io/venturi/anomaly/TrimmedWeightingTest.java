package io.venturi.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.spi.BatchContext;
import io.venturi.spi.Scratch;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrimmedWeightingTest {

  /** A step so many epochs into a training. */
  private record Step(double epochs, Scratch scratch, Map<String, Double> reported)
      implements BatchContext {

    static Step after(double epochs) {
      return new Step(epochs, new Scratch(), new HashMap<>());
    }

    @Override
    public void report(String name, double value) {
      reported.put(name, value);
    }

    @Override
    public long seed() {
      return 1;
    }

    @Override
    public long steps() {
      return 0;
    }

    @Override
    public boolean isTraining() {
      return true;
    }
  }

  private static float[] weights(double fraction, int after, Step step, int rows, float... losses) {
    float[] weights = new float[losses.length];
    new TrimmedWeighting(fraction, after).weigh(losses, weights, rows, step);
    return weights;
  }

  @Test
  void leavesTheLargestLossesOut() {
    Step step = Step.after(3);
    assertThat(weights(0.4, 2, step, 5, 1, 9, 2, 8, 3)).containsExactly(1, 0, 1, 0, 1);
    assertThat(step.reported()).containsExactly(Map.entry("trimmedAt", 3.0));
  }

  /** The batch may have room for more rows than it has. */
  @Test
  void looksAtTheRowsThatThereAre() {
    assertThat(weights(0.5, 0, Step.after(0), 2, 5, 1, 99)).containsExactly(0, 1, 0);
  }

  @Test
  void ofEqualLossesTheLastRowsGo() {
    assertThat(weights(0.5, 0, Step.after(0), 4, 7, 7, 7, 7)).containsExactly(1, 1, 0, 0);
  }

  @Test
  void allRowsCountAtFirst() {
    assertThat(weights(0.5, 2, Step.after(1.9), 2, 1, 2)).containsExactly(1, 1);
    assertThat(weights(0, 0, Step.after(5), 2, 1, 2)).containsExactly(1, 1);
  }
}
