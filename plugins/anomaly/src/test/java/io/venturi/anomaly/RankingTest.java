package io.venturi.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.application.report.Point;
import io.venturi.error.DataException;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {

  private static Ranking of(double[] scores, int... labels) {
    return Ranking.of(scores, labels, "the data");
  }

  @Test
  void figuresOfFiveRows() {
    Ranking ranking = of(new double[] {0.9, 0.8, 0.7, 0.6, 0.5}, 1, 0, 1, 0, 0);
    assertThat(ranking.auroc()).isCloseTo(5.0 / 6, within(1e-12));
    assertThat(ranking.averagePrecision()).isCloseTo((1 + 2.0 / 3) / 2, within(1e-12));
    assertThat(ranking.at(0.65)).isEqualTo(new Confusion(2, 1, 3, 2));
    assertThat(ranking.at(0.65).f1()).isCloseTo(0.8, within(1e-12));
    assertThat(ranking.at(0.65).precision()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(ranking.at(0.9)).isEqualTo(new Confusion(0, 0, 3, 2));
    assertThat(ranking.bestF1()).isCloseTo(0.65, within(1e-12));
    assertThat(ranking.roc()).startsWith(new Point(0, 0)).endsWith(new Point(1, 1)).hasSize(6);
    assertThat(ranking.highestAnomaly()).isZero();
  }

  /** Equal scores are one step: no order among them is made up. */
  @Test
  void tiesCountHalf() {
    Ranking ranking = of(new double[] {1, 1, 1, 1}, 0, 1, 0, 1);
    assertThat(ranking.auroc()).isEqualTo(0.5);
    assertThat(ranking.averagePrecision()).isEqualTo(0.5);
    assertThat(ranking.roc()).hasSize(2);
  }

  /** As counted over all pairs. */
  @Test
  void aurocIsAProbability() {
    SplittableRandom random = new SplittableRandom(5);
    int[] labels = IntStream.range(0, 300).map(i -> i % 7 == 0 ? 1 : 0).toArray();
    double[] scores =
        IntStream.range(0, 300).mapToDouble(i -> random.nextInt(40) + 9.0 * labels[i]).toArray();
    double wins = 0;
    int pairs = 0;
    for (int a = 0; a < 300; a++) {
      for (int n = 0; n < 300; n++) {
        if (labels[a] == 1 && labels[n] == 0) {
          pairs++;
          wins += scores[a] > scores[n] ? 1 : scores[a] == scores[n] ? 0.5 : 0;
        }
      }
    }
    Ranking ranking = of(scores, labels);
    assertThat(ranking.auroc()).isCloseTo(wins / pairs, within(1e-12));
    assertThat(ranking.aurocInterval().contains(ranking.auroc())).isTrue();
    // Hanley and McNeil's (1982) approximation of the same standard error.
    double width = ranking.aurocInterval().high() - ranking.aurocInterval().low();
    assertThat(width / 3.92).isBetween(0.03, 0.07);
  }

  /** Of kinds that do not overlap there is no variance, but also no certainty. */
  @Test
  void fewAnomaliesLeaveMuchOpen() {
    double[] scores = IntStream.range(0, 103).mapToDouble(i -> i).toArray();
    int[] labels = IntStream.range(0, 103).map(i -> i < 100 ? 0 : 1).toArray();
    Ranking ranking = of(scores, labels);
    assertThat(ranking.auroc()).isEqualTo(1);
    assertThat(ranking.aurocInterval().low()).isBetween(0.6, 0.8);
    assertThat(ranking.aurocInterval().high()).isEqualTo(1);
  }

  @Test
  void ratesHaveIntervals() {
    Confusion confusion = new Confusion(3, 0, 100, 3);
    assertThat(confusion.recallInterval().low()).isCloseTo(Math.pow(0.025, 1 / 3.0), within(1e-9));
    assertThat(confusion.recallInterval().high()).isEqualTo(1);
    assertThat(confusion.falsePositiveRateInterval().high())
        .isCloseTo(1 - Math.pow(0.025, 1 / 100.0), within(1e-9));
    assertThat(confusion.precisionInterval()).isEqualTo(confusion.recallInterval());
    assertThat(new Confusion(0, 0, 5, 5).precisionInterval().high()).isEqualTo(1);
  }

  /** Half-way between two neighbouring numbers may be the higher one, which is not above itself. */
  @Test
  void theBestThresholdIsBelowItsScore() {
    for (double score : new double[] {1, 0.1, 3.3, 1e-300, Double.MIN_VALUE * 3}) {
      double higher = score;
      for (int i = 0; i < 4; i++) {
        double lower = higher;
        higher = Math.nextUp(higher);
        Ranking ranking = of(new double[] {lower, higher}, 0, 1);
        assertThat(ranking.at(ranking.bestF1())).isEqualTo(new Confusion(1, 0, 1, 1));
      }
    }
  }

  @Test
  void refusesLabelsThatSayNothing() {
    double[] scores = {1, 2};
    assertThatThrownBy(() -> of(scores, 0, 0))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-413] The labels of the data cannot be used: all 2 are 0. Give one label a row, 0"
                + " for normal and 1 for an anomaly, and rows of both kinds.");
    assertThatThrownBy(() -> of(scores, 1, 1)).hasMessageContaining("all 2 are 1");
    assertThatThrownBy(() -> of(scores)).hasMessageContaining("there are 0 for 2 rows");
    assertThatThrownBy(() -> of(scores, 0, -1)).hasMessageContaining("label 1 is -1");
  }
}
