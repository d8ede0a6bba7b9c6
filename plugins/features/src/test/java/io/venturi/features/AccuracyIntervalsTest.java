package io.venturi.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venturi.application.Interval;
import io.venturi.application.Proportion;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccuracyIntervalsTest {

  private static final double[] ONE = {0.5};

  @Test
  void isNoPointWhereAllOrNothingWasTold() {
    Interval all = AccuracyIntervals.of(right(40, 40), new double[] {1}, 0.95);
    assertThat(all.low()).isCloseTo(0.9119, within(1e-4));
    assertThat(all.high()).isEqualTo(1);
    Interval none = AccuracyIntervals.of(right(0, 40), new double[] {0}, 0.95);
    assertThat(none.low()).isZero();
    assertThat(none.high()).isCloseTo(0.0881, within(1e-4));
  }

  @Test
  void drawsWidenIntervals() {
    double[] rows = right(200, 400);
    Interval byRows = new Proportion(200, 400).interval();

    assertThat(AccuracyIntervals.of(rows, ONE, 0.95).low()).isCloseTo(byRows.low(), within(1e-9));
    // Two draws 0.02 apart: a standard error of 0.01, times t with one degree of freedom.
    Interval both = AccuracyIntervals.of(rows, new double[] {0.49, 0.51}, 0.95);
    assertThat(0.5 - both.low())
        .isCloseTo(Math.hypot(0.5 - byRows.low(), 12.7062 * 0.01), within(1e-6));
    Interval wide = AccuracyIntervals.of(rows, new double[] {0.2, 0.8}, 0.95);
    assertThat(wide).isEqualTo(new Interval(0, 1));
  }

  /** Rows that a share of the draws tells rightly: 7 of 3 draws on 4 rows, between 2 and 3 of 4. */
  @Test
  void sharesOfDrawsAreBetweenWholeRows() {
    double[] rows = {1, 1, 1 / 3.0, 0};
    double[] same = {7 / 12.0, 7 / 12.0, 7 / 12.0};
    Interval interval = AccuracyIntervals.of(rows, same, 0.95);
    assertThat(interval.low()).isCloseTo(new Proportion(2, 4).interval().low(), within(1e-12));
    assertThat(interval.high()).isCloseTo(new Proportion(3, 4).interval().high(), within(1e-12));
  }

  /** Points of the t distribution, as scipy.stats.t.ppf has them. */
  @ParameterizedTest
  @CsvSource({
    "0.95, 1, 12.706204736432095",
    "0.95, 2, 4.302652729911275",
    "0.95, 4, 2.7764451051977987",
    "0.95, 19, 2.093024054408263",
    "0.99, 9, 3.2498355415921263"
  })
  void isStudentsT(double confidence, int degrees, double quantile) {
    assertThat(StudentT.quantile(confidence, degrees)).isCloseTo(quantile, within(1e-9));
  }

  @Test
  void aFewRowsOfMoreAreNoDifference() {
    // Four of 40 rows apart, all in one direction: an exact test of them has p = 0.125.
    Interval few =
        AccuracyIntervals.ofDifference(
            right(40, 40), new double[] {1}, right(36, 40), new double[] {0.9}, 0.95);
    assertThat(few.low()).isNegative();
    assertThat(few.high()).isBetween(0.1, 0.3);
    Interval same = AccuracyIntervals.ofDifference(right(30, 40), ONE, right(30, 40), ONE, 0.95);
    assertThat(same.contains(0)).isTrue();
    Interval opposite =
        AccuracyIntervals.ofDifference(
            right(40, 40), new double[] {1}, right(0, 40), new double[] {0}, 0.95);
    assertThat(opposite.low()).isBetween(0.8, 0.95);
    assertThat(opposite.high()).isEqualTo(1);
  }

  /** What is hard about a row is hard for both, and is in neither's favour. */
  @Test
  void whatBothHaveInCommonDoesNotWidenDifferences() {
    double[] first = right(300, 400);
    double[] second = right(280, 400); // Of the same rows.
    double[] apart = new double[400];
    Arrays.fill(apart, 120, 400, 1);
    Interval paired =
        AccuracyIntervals.ofDifference(
            first, new double[] {0.75}, second, new double[] {0.7}, 0.95);
    Interval unlike =
        AccuracyIntervals.ofDifference(first, new double[] {0.75}, apart, new double[] {0.7}, 0.95);
    assertThat(paired.low()).isPositive();
    assertThat(paired.high() - paired.low()).isLessThan((unlike.high() - unlike.low()) / 2);
  }

  /** Two learners that are right alike often: one that is told ahead or behind is so by chance. */
  @Test
  void coversTheTrueDifference() {
    SplittableRandom random = new SplittableRandom(7);
    int missed = 0;
    int trials = 1_000;
    for (int trial = 0; trial < trials; trial++) {
      double[] first = new double[60];
      double[] second = new double[60];
      for (int i = 0; i < first.length; i++) {
        boolean easy = random.nextDouble() < 0.7;
        first[i] = random.nextDouble() < (easy ? 0.98 : 0.6) ? 1 : 0;
        second[i] = random.nextDouble() < (easy ? 0.98 : 0.6) ? 1 : 0;
      }
      if (!AccuracyIntervals.ofDifference(first, ONE, second, ONE, 0.95).contains(0)) {
        missed++;
      }
    }
    assertThat(missed).isLessThanOrEqualTo(trials / 20);
  }

  private static double[] right(int count, int of) {
    double[] rows = new double[of];
    Arrays.fill(rows, 0, count, 1);
    return rows;
  }
}
