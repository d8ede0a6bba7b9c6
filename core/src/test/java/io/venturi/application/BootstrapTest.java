package io.venturi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  private static double[] normal(int count, double mean, long seed) {
    Random random = new Random(seed);
    return DoubleStream.generate(() -> mean + random.nextGaussian()).limit(count).toArray();
  }

  /** Of normal values the interval is known: 1.96 standard errors to either side. */
  @Test
  void isAsWideAsTheory() {
    double[] values = normal(2_000, 5, 1);
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / 1_999;
    double margin = 1.96 * Math.sqrt(variance / 2_000);
    Interval interval = new Bootstrap(4_000, 0.95, 7).mean(values);
    assertThat(interval.low()).isEqualTo(mean - margin, within(0.06 * margin));
    assertThat(interval.high()).isEqualTo(mean + margin, within(0.06 * margin));
  }

  /** What an interval of 90 % is for: it holds the true mean in 90 of 100 experiments. */
  @Test
  void coversTheTrueMean() {
    int covered = 0;
    for (int experiment = 0; experiment < 400; experiment++) {
      double[] values = normal(60, 2, 1_000 + experiment);
      if (new Bootstrap(300, 0.9, experiment).mean(values).contains(2)) {
        covered++;
      }
    }
    // 360, give or take three standard deviations of 6, less the percentile method's slight lack.
    assertThat(covered).isBetween(335, 380);
  }

  @Test
  void pairsWhatWasMeasuredOnTheSameRows() {
    double[] hard = normal(500, 100, 3);
    double[] little = normal(500, 0.02, 4);
    double[] harder = new double[hard.length];
    for (int i = 0; i < hard.length; i++) {
      harder[i] = hard[i] + 0.01 * little[i] + 0.005;
    }
    Bootstrap bootstrap = Bootstrap.of(5);
    assertThat(bootstrap.pairedDifference(harder, hard).low()).isPositive();
    assertThat(bootstrap.mean(harder).low()).isLessThan(bootstrap.mean(hard).high());
  }

  @Test
  void valuesThatAreAllTheSameLeaveNoDoubt() {
    assertThat(Bootstrap.of(1).mean(new double[] {0.25, 0.25, 0.25}))
        .isEqualTo(new Interval(0.25, 0.25));
    assertThat(Bootstrap.of(1).mean(new double[] {3})).isEqualTo(new Interval(3, 3));
  }

  @Test
  void drawsEveryValueAlike() {
    double[] values = new double[10];
    values[9] = 1;
    // The last value's share of the draws is 1 in 10, and so it is of the first.
    Interval last = new Bootstrap(2_000, 0.02, 1).mean(values);
    assertThat(last.low()).isEqualTo(0.1, within(1e-9));
    values[9] = 0;
    values[0] = 1;
    assertThat(new Bootstrap(2_000, 0.02, 1).mean(values).high()).isEqualTo(0.1, within(1e-9));
  }

  @Test
  void theSameSeedGivesTheSameBitsOnAnyNumberOfThreads() throws Exception {
    double[] values = new SplittableRandom(9).doubles(777).toArray();
    Interval here = Bootstrap.of(3).mean(values);
    ForkJoinPool one = new ForkJoinPool(1);
    ForkJoinPool five = new ForkJoinPool(5);
    try {
      assertThat(one.submit(() -> Bootstrap.of(3).mean(values)).get()).isEqualTo(here);
      assertThat(five.submit(() -> Bootstrap.of(3).mean(values)).get()).isEqualTo(here);
    } finally {
      one.shutdown();
      five.shutdown();
    }
    assertThat(Bootstrap.of(4).mean(values)).isNotEqualTo(here);
  }

  @Test
  void refusesWhatHasNoInterval() {
    assertThatThrownBy(() -> new Bootstrap(20, 0.95, 1))
        .hasMessage("20 resamples have no tails to speak of: draw 100 or more, such as 1000.");
    assertThatThrownBy(() -> new Bootstrap(100, Double.NaN, 1))
        .hasMessage("A confidence of NaN is not between 0 and 1, such as 0.95.");
    assertThatThrownBy(() -> Bootstrap.of(1).mean(new double[0]))
        .hasMessage("No values have no mean.");
    assertThatThrownBy(() -> Bootstrap.of(1).mean(new double[] {1, Double.NaN}))
        .hasMessage("Value 1 is NaN, and so would be the mean.");
    assertThatThrownBy(() -> Bootstrap.of(1).pairedDifference(new double[2], new double[3]))
        .hasMessage("2 values and 3 are not of the same rows.");
  }
}
