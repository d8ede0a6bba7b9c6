package io.venturi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RanksTest {

  @Test
  void pairsAreCountedAsByHand() {
    // Of six pairs 2 is above 1, 3 above 1 and equal to 3, 5 above both.
    Ranks ranks = Ranks.of(new double[] {2, 5, 3}, new double[] {3, 1});
    assertThat(ranks.probabilityAbove()).isEqualTo(4.5 / 6, within(1e-12));
    assertThat(Ranks.of(new double[] {3, 1}, new double[] {2, 5, 3}).probabilityAbove())
        .isEqualTo(1.5 / 6, within(1e-12));
  }

  @Test
  void manyValuesHaveTheIntervalOfDeLong() {
    // All anomalies alike in the middle of the others: a variance of the others alone.
    double[] first = IntStream.range(0, 400).mapToDouble(i -> 200.5 + 1e-4 * i).toArray();
    double[] second = IntStream.range(0, 400).asDoubleStream().toArray();
    Interval interval = Ranks.of(first, second).interval();
    double above = 201 / 400.0;
    double deviation = Math.sqrt(above * (1 - above) / 399);
    double reach = 1.959964 * deviation / (above * (1 - above));
    double logit = Math.log(above / (1 - above));
    assertThat(interval.low()).isEqualTo(1 / (1 + Math.exp(reach - logit)), within(1e-9));
    assertThat(interval.high()).isEqualTo(1 / (1 + Math.exp(-reach - logit)), within(1e-9));
  }

  @Test
  void samplesThatDoNotOverlapHaveNoPoint() {
    double[] many = IntStream.range(0, 1_000).asDoubleStream().toArray();
    Interval interval = Ranks.of(new double[] {2_000, 2_001, 2_002}, many).interval();
    assertThat(interval.low()).isEqualTo(0.7083533, within(1e-6));
    assertThat(interval.high()).isEqualTo(1);
    Interval reverse = Ranks.of(many, new double[] {2_000, 2_001, 2_002}).interval();
    assertThat(reverse.low()).isZero();
    assertThat(reverse.high()).isEqualTo(1 - 0.7083533, within(1e-6));
    // Nor have those that hardly overlap.
    assertThat(Ranks.of(new double[] {998.5, 2_001, 2_002}, many).interval().low()).isLessThan(0.8);
    assertThat(Ranks.of(new double[] {1}, new double[] {0}).interval().low()).isLessThan(0.3);
  }

  /** What an interval of 95 % is for, of few values and of many. */
  @Test
  void coversTheTrueProbability() {
    for (int[] sizes : new int[][] {{5, 200}, {60, 60}, {400, 30}}) {
      int covered = 0;
      for (int experiment = 0; experiment < 500; experiment++) {
        Random random = new Random(31L * experiment + sizes[0]);
        double[] first = normal(random, sizes[0], 1.5);
        double[] second = normal(random, sizes[1], 0);
        // The normal distribution function at 1.5 / sqrt(2).
        if (Ranks.of(first, second).interval().contains(0.8555778)) {
          covered++;
        }
      }
      assertThat(covered).as("%d and %d", sizes[0], sizes[1]).isBetween(465, 495);
    }
  }

  private static double[] normal(Random random, int count, double mean) {
    return DoubleStream.generate(() -> mean + random.nextGaussian()).limit(count).toArray();
  }

  @Test
  void infiniteValuesHaveRanksAndNanHasNone() {
    double infinite = Double.POSITIVE_INFINITY;
    assertThat(Ranks.of(new double[] {infinite, 1}, new double[] {infinite}).probabilityAbove())
        .isEqualTo(0.25);
    assertThatThrownBy(() -> Ranks.of(new double[] {1, Double.NaN}, new double[] {1}))
        .hasMessage("Values that are NaN have no ranks.");
    assertThatThrownBy(() -> Ranks.of(new double[] {1}, new double[0]))
        .hasMessage("No values have no ranks.");
  }
}
