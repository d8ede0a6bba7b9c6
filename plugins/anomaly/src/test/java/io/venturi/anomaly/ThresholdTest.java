package io.venturi.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.error.DataException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThresholdTest {

  private static final Calibration NONE = Calibration.of();

  /** 1, 2, ..., n, in another order. */
  private static Calibration upTo(int n) {
    return Calibration.of(IntStream.range(0, n).mapToDouble(i -> 1 + (i * 7 + 3) % n).toArray());
  }

  private static Calibration exponential(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return Calibration.of(
        IntStream.range(0, n).mapToDouble(i -> -Math.log(1 - random.nextDouble())).toArray());
  }

  @Test
  void quantilesAreNumpys() {
    assertThat(Threshold.quantile(0.5).of(upTo(10))).isEqualTo(5.5);
    assertThat(Threshold.quantile(0.99).of(upTo(101))).isCloseTo(100, within(1e-12));
  }

  @Test
  void medianDeviationsOfAFewNumbers() {
    // Of logarithms to base 2: median 3, absolute deviations 2, 1, 0, 1, 97.
    double[] scores = {2, 4, 8, 16, Math.pow(2, 100)};
    assertThat(Threshold.medianDeviations(3).of(Calibration.of(scores)))
        .isCloseTo(Math.pow(2, 3 + 3 * 1.4826), within(1e-9));
    assertThat(Threshold.medianDeviations(3).of(Calibration.of(0, 0, 0))).isBetween(0.0, 1e-11);
  }

  /** Of Pareto scores, P(X > x) = x^−2, of which anomalies hide the upper end. */
  @Test
  void estimatesTheRateOfWhatWasLeft() {
    SplittableRandom random = new SplittableRandom(4);
    double[] scores =
        IntStream.range(0, 20_000).mapToDouble(i -> Math.pow(random.nextDouble(), -0.5)).toArray();
    assertThat(Threshold.estimatedRate(0.01).of(Calibration.of(scores))).isCloseTo(10, within(0.5));
    // Of a tenth more that are anomalies, and a share that is a third larger than they are.
    double[] mixed = Arrays.copyOf(scores, 22_222);
    Arrays.fill(mixed, 20_000, 22_222, 1000);
    assertThat(Threshold.estimatedRate(0.01).of(Calibration.trimmed(0.133, mixed)))
        .isCloseTo(10, within(1.0));
    assertThat(Threshold.estimatedRate(0.01).of(Calibration.of(mixed))).isGreaterThan(20);
    for (double[] few : new double[][] {{1}, {1, 2}, {0, 0, 0}}) {
      assertThat(Threshold.estimatedRate(0.01).of(Calibration.trimmed(0.5, few))).isFinite();
    }
    assertThatThrownBy(() -> Threshold.estimatedRate(0.5)).isInstanceOf(DataException.class);
  }

  /** A score is above the threshold just where its p-value is at most the rate. */
  @Test
  void aFalsePositiveRateIsThatOfPValues() {
    for (double rate : new double[] {0.01, 0.07, 0.1, 0.29, 0.5}) {
      Calibration calibration = upTo(99);
      double threshold = Threshold.falsePositiveRate(rate).of(calibration);
      for (double score = 0.5; score < 101; score += 0.5) {
        assertThat(score > threshold).isEqualTo(calibration.pValue(score) <= rate + 1e-12);
      }
    }
  }

  @Test
  void aRateTakesEnoughRows() {
    assertThat(Threshold.falsePositiveRate(0.01).of(upTo(99))).isEqualTo(99);
    assertThatThrownBy(() -> Threshold.falsePositiveRate(0.01).of(upTo(98)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-411] A false-positive rate of 0.01 takes at least 99 calibration rows, and there"
                + " are 98: give the detector more normal rows, or ask for a rate of"
                + " 0.010101010101010102 or more.");
  }

  /** Of an exponential distribution the score exceeded with probability p is −log p. */
  @Test
  void peaksOverThresholdExtrapolate() {
    double threshold = Threshold.peaksOverThreshold(1e-4).of(exponential(20_000, 1));
    assertThat(threshold).isCloseTo(-Math.log(1e-4), within(1.2));
  }

  /** Of a uniform distribution the tail ends, and the fit knows where. */
  @Test
  void peaksOverThresholdFindsBoundedTails() {
    SplittableRandom random = new SplittableRandom(2);
    double[] scores = IntStream.range(0, 20_000).mapToDouble(i -> random.nextDouble()).toArray();
    assertThat(Threshold.peaksOverThreshold(1e-5, 0.9).of(Calibration.of(scores)))
        .isBetween(0.999, 1.01);
  }

  /** And of a Pareto distribution, P(X > x) = x^−2, they are heavy. */
  @Test
  void peaksOverThresholdFindsHeavyTails() {
    SplittableRandom random = new SplittableRandom(3);
    double[] scores =
        IntStream.range(0, 50_000).mapToDouble(i -> Math.pow(random.nextDouble(), -0.5)).toArray();
    assertThat(Threshold.peaksOverThreshold(1e-4).of(Calibration.of(scores)))
        .isBetween(75.0, 135.0);
  }

  @Test
  void peaksOverThresholdTakeATail() {
    assertThatThrownBy(() -> Threshold.peaksOverThreshold(1e-3).of(upTo(100)))
        .hasMessage(
            "[AE-415] Peaks over the 0.98 quantile are 2 different scores of 100, and a tail is"
                + " fitted to 10 or more: give the detector more normal rows, or start at a lower"
                + " quantile.");
  }

  @Test
  void methodsThatCalibrateNeedRows() {
    assertThatThrownBy(() -> Threshold.quantile(0.9).of(NONE))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-410] A threshold by the 0.9 quantile is set from calibration rows, and this"
                + " detector has none: fit it with a calibrationShare above 0, or set the threshold"
                + " by Threshold.at or bestF1.");
    for (Threshold rule :
        new Threshold[] {
          Threshold.medianDeviations(3),
          Threshold.estimatedRate(0.01),
          Threshold.peaksOverThreshold(1e-3),
          Threshold.falsePositiveRate(0.5)
        }) {
      assertThatThrownBy(() -> rule.of(NONE)).hasMessageStartingWith("[AE-410] ");
    }
    assertThat(Threshold.at(2).of(NONE)).isEqualTo(2);
    assertThat(Threshold.bestF1(new double[] {1, 2, 3}, new int[] {0, 0, 1}).of(NONE))
        .isEqualTo(2.5);
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertThatThrownBy(() -> Threshold.falsePositiveRate(1))
        .hasMessage(
            "[AE-230] the false-positive rate is 1.0, but must be above 0.0 and below 1.0.");
    assertThatThrownBy(() -> Threshold.quantile(Double.NaN)).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> Threshold.at(Double.NaN)).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> Threshold.peaksOverThreshold(0.5)).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> Threshold.medianDeviations(0)).isInstanceOf(DataException.class);
  }

  @Test
  void nanIsNoScore() {
    assertThatThrownBy(() -> Calibration.of(1, Double.NaN))
        .hasMessage(
            "[AE-417] Score 1 of the calibration rows is NaN, which is neither normal nor an"
                + " anomaly: find out which row it is of.");
    assertThatThrownBy(() -> Threshold.bestF1(new double[] {1, Double.NaN}, new int[] {0, 1}))
        .hasMessageStartingWith("[AE-417] Score 1 of the data is NaN");
  }

  @Test
  void pValuesCountCalibrationRowsAsHigh() {
    assertThat(upTo(99).pValue(1000)).isEqualTo(0.01);
    assertThat(upTo(99).pValue(99)).isEqualTo(0.02);
    assertThat(upTo(99).pValue(0)).isEqualTo(1);
    assertThatThrownBy(() -> NONE.pValue(5))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("[AE-410] A threshold by p-values ");
  }

  /** By the formula with factorials, for integers: C(x+a−1, x) C(n−x+b−1, n−x) / C(n+a+b−1, n). */
  @Test
  void betaBinomialProbabilities() {
    double[] p = new BetaBinomial(3, 2, 5).probabilities();
    assertThat(p).hasSize(4);
    double[] expected = {35.0 / 84, 30.0 / 84, 15.0 / 84, 4.0 / 84};
    for (int x = 0; x < 4; x++) {
      assertThat(p[x]).isCloseTo(expected[x], within(1e-12));
    }
  }

  @Test
  void theRateIsWithinItsInterval() {
    BetaBinomial counts = upTo(999).falsePositives(0.01, 5_000);
    assertThat(counts.mean()).isCloseTo(50, within(1e-9));
    // Normal approximation: variance of the rate 0.01 · 0.99 / 1001, and binomial.
    double sd = Math.sqrt(5000 * 0.0099 + 5000.0 * 5000 * 0.0099 / 1001);
    assertThat(counts.interval(0.95).low()).isCloseTo(50 - 1.96 * sd, within(7.0));
    assertThat(counts.interval(0.95).high()).isCloseTo(50 + 1.96 * sd, within(7.0));
    double many = Math.sqrt(20) * sd;
    assertThat(counts.interval(0.95, 20).low()).isCloseTo(1000 - 1.96 * many, within(12.0));
    assertThat(counts.interval(0.95, 20).high()).isCloseTo(1000 + 1.96 * many, within(12.0));
  }
}
