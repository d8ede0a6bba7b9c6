package io.venturi.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venturi.kernel.Tensor;
import io.venturi.spi.BatchContext;
import io.venturi.spi.Scratch;
import io.venturi.spi.StepContext;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values and gradients that can be worked out by hand. */
class SparsityPenaltyTest {

  @Sparse(l1 = @L1(weight = 0.5))
  private interface Half {}

  private static final L1 HALF = Half.class.getAnnotation(Sparse.class).l1()[0];

  private final Map<String, Double> reports = new HashMap<>();
  private float[] gradient = {};

  /** Of a tensor with room for one more row, which is not to be looked at. */
  private double penalise(
      @Nullable MeanTarget kl, @Nullable L1 l1, @Nullable LargestOfRow largest, float[]... rows) {
    int width = rows[0].length;
    Tensor code = Tensor.allocate(rows.length + 1, width);
    Tensor slopes = Tensor.allocate(rows.length + 1, width);
    float[] ones = new float[slopes.size()];
    float[] values = new float[slopes.size()];
    for (int i = 0; i < values.length; i++) {
      ones[i] = 1;
      values[i] = i / width < rows.length ? rows[i / width][i % width] : 77;
    }
    code.write(0, values, values.length);
    slopes.write(0, ones, ones.length);
    double penalty =
        new SparsityPenalty(kl, l1, largest).penalise(code, slopes, rows.length, context());
    gradient = slopes.toArray();
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] -= 1; // It is added to what is there.
    }
    return penalty;
  }

  private BatchContext context() {
    StepContext step = StepContext.outsideTraining(1);
    Scratch scratch = new Scratch();
    return new BatchContext() {
      @Override
      public Scratch scratch() {
        return scratch;
      }

      @Override
      public void report(String name, double value) {
        reports.put(name, value);
      }

      @Override
      public long seed() {
        return step.seed();
      }

      @Override
      public double epochs() {
        return 0;
      }

      @Override
      public long steps() {
        return 0;
      }

      @Override
      public boolean isTraining() {
        return true;
      }
    };
  }

  @Test
  void theDivergenceIsOfMeansOverTheBatch() {
    double penalty =
        penalise(
            new MeanTarget(0.25, 3), null, null, new float[] {0.25f, 0.5f}, new float[] {0.25f, 1});

    // The first unit is at its target; the second has a mean of 3/4: ¼ ln ⅓ + ¾ ln 3 = ½ ln 3.
    assertThat(reports.get("kl")).isCloseTo(0.5 * Math.log(3), within(1e-7));
    assertThat(penalty).isCloseTo(1.5 * Math.log(3), within(1e-6));
    // 3 / 2 rows · (¾ / ¼ − ¼ / ¾).
    assertThat(gradient).containsExactly(new float[] {0, 4, 0, 4, 0, 0}, within(1e-5f));
  }

  @Test
  void l1IsASumOverTheCodeAndAMeanOverRows() {
    double penalty = penalise(null, HALF, null, new float[] {1, -2, 0}, new float[] {0, -3, 4});

    assertThat(reports).containsEntry("l1", 5.0).doesNotContainKey("kl");
    assertThat(penalty).isEqualTo(2.5);
    assertThat(gradient).containsExactly(0.25f, -0.25f, 0, 0, -0.25f, 0.25f, 0, 0, 0);
  }

  @Test
  void whatTopKDropsCountsAsZeroAndHasNoGradient() {
    LargestOfRow one = new LargestOfRow(1);
    double penalty =
        penalise(
            new MeanTarget(0.25, 1), HALF, one, new float[] {0.5f, 0.4f}, new float[] {0.3f, 1});

    // Means are ¼ and ½, sizes 0.5 and 1.
    double kl = 0.25 * Math.log(0.5) + 0.75 * Math.log(1.5);
    assertThat(penalty).isCloseTo(kl + 0.5 * 0.75, within(1e-6));
    // ½ · (¾ / ½ − ¼ / ½) + ½ · ½ for the second unit.
    assertThat(gradient).containsExactly(new float[] {0.25f, 0, 0, 0.75f, 0, 0}, within(1e-5f));
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 1})
  void extremesAreFiniteAndShowTheWayBack(float value) {
    double penalty =
        penalise(new MeanTarget(0.05, 1), null, null, new float[] {value}, new float[] {value});

    assertThat(penalty).isFinite().isGreaterThan(0.4);
    assertThat(gradient[0]).isFinite();
    assertThat(value == 0 ? -gradient[0] : gradient[0]).isGreaterThan(1000);
  }
}
