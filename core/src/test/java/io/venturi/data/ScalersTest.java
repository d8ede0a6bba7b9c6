package io.venturi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.error.DataException;
import io.venturi.testing.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures are those of numpy: mean, std, median and percentile of the same rows. */
class ScalersTest {

  private static final Dataset ROWS =
      Dataset.of(new float[][] {{1, 10, 5}, {2, 20, 5}, {4, 60, 5}, {9, -30, 5}});

  static List<Scaler> scalers() {
    return List.of(
        Scalers.standard(),
        Scalers.minMax(),
        Scalers.minMax(-1, 1),
        Scalers.minMax().clip(),
        Scalers.robust(),
        Scalers.robust(10, 90));
  }

  @Test
  void standardSubtractsTheMeanAndDividesByThePopulationsDeviation() {
    Scaling scaling = Scalers.standard().fit(ROWS);

    assertThat(scaling.center()).containsExactly(new float[] {4, 15, 5}, within(1e-6f));
    assertThat(scaling.scale())
        .containsExactly(new float[] {3.082207f, 32.01562f, 1}, within(1e-5f));
    assertThat(scaling.name()).isEqualTo("standard");
  }

  @Test
  void robustSubtractsTheMedianAndDividesByTheDistanceOfTheQuantiles() {
    Scaling quartiles = Scalers.robust().fit(ROWS);
    Scaling deciles = Scalers.robust(10, 90).fit(ROWS);

    assertThat(quartiles.center()).containsExactly(new float[] {3, 15, 5}, within(1e-6f));
    assertThat(quartiles.scale()).containsExactly(new float[] {3.5f, 30, 1}, within(1e-6f));
    assertThat(deciles.scale()).containsExactly(new float[] {6.2f, 66, 1}, within(1e-5f));
    assertThat(deciles.name()).isEqualTo("robust(10.0, 90.0)");
  }

  @Test
  void minMaxTakesTheEndsToTheEnds() {
    Scaling scaling = Scalers.minMax(-1, 1).fit(ROWS);

    float[][] scaled = scaling.apply(ROWS).toArray();

    assertThat(scaled[0]).containsExactly(new float[] {-1, -1f / 9, -1}, within(1e-6f));
    assertThat(scaled[3]).containsExactly(new float[] {1, -1, -1}, within(1e-6f));
    assertThat(scaling.name()).isEqualTo("minMax(-1.0, 1.0)");
  }

  /** A loss may refuse what lies outside by a rounding. */
  @ParameterizedTest
  @CsvSource({"0, 1", "-1, 1", "-0.3, 0.7"})
  void minMaxKeepsTrainingRowsWithin(double low, double high) {
    for (int seed = 0; seed < 20; seed++) {
      Dataset rows = Dataset.of(Rows.uniform(50, 40, -7.3f + seed, 1234.5f, seed));

      Dataset scaled = Scalers.minMax(low, high).fit(rows).apply(rows);

      DataChecks.requireWithin(scaled, low, high, "Any");
    }
  }

  @Test
  void clippingHoldsOtherRowsWithin() {
    float[] row = {-100, 100, 6};

    Scaling scaling = Scalers.minMax().clip().fit(ROWS);
    scaling.apply(row, 1);

    assertThat(row).containsExactly(0, 1, 1);
    scaling.invert(row, 1);
    assertThat(row).containsExactly(new float[] {1, 60, 6}, within(1e-5f));
    assertThat(scaling.name()).isEqualTo("minMax(0.0, 1.0, clipped)");
  }

  /** Means far from 0 lose nothing but what floats cannot hold. */
  @Test
  void keepsItsPrecisionFarFromZero() {
    float[][] rows = new float[1001][1];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = 1_000_000 + (i - 500) / 16f;
    }

    Scaling scaling = Scalers.standard().fit(Dataset.of(rows));

    assertThat(scaling.center()[0]).isEqualTo(1_000_000f);
    assertThat(scaling.scale()[0]).isCloseTo(18.060230f, within(1e-5f));
  }

  @ParameterizedTest
  @MethodSource("scalers")
  void constantsAndDenormalsAreOnlyShifted(Scaler scaler) {
    Dataset rows = Dataset.of(new float[][] {{7, 0}, {7, Float.MIN_VALUE}, {7, 0}});

    float[][] scaled = scaler.fit(rows).apply(rows).toArray();

    float where = scaler.toString().startsWith("minMax(-1") ? -1 : 0;
    for (float[] row : scaled) {
      assertThat(row).containsExactly(new float[] {where, where}, within(1e-6f));
    }
  }

  @ParameterizedTest
  @MethodSource("scalers")
  void invertsWhatItApplies(Scaler scaler) {
    float[][] rows = Rows.uniform(3000, 7, -50, 200, 3);
    Scaling scaling = scaler.fit(Dataset.of(rows));
    float[] values = new float[3000 * 7];
    for (int r = 0; r < rows.length; r++) {
      System.arraycopy(rows[r], 0, values, r * 7, 7);
    }

    scaling.apply(values, 3000);

    float[] first = rows[0].clone();
    scaling.apply(first, 1);
    for (int i = 0; i < 7; i++) {
      assertThat(scaling.apply(i, rows[0][i])).isEqualTo(first[i]).isEqualTo(values[i]);
      assertThat(scaling.apply(i, rows[2999][i])).isEqualTo(values[2999 * 7 + i]);
    }
    scaling.invert(values, 3000);
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < 7; i++) {
        assertThat(values[r * 7 + i]).isCloseTo(rows[r][i], within(1e-3f));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("scalers")
  void fitsInPiecesAsInOne(Scaler scaler) {
    float[][] rows = Rows.uniform(5000, 5, -3, 8, 1);
    Dataset data = Dataset.of("clicks.csv", rows);
    if (scaler.toString().startsWith("robust")) {
      assertThatThrownBy(() -> scaler.start("clicks.csv", 5))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "[AE-240] Scaler %s cannot be fitted to clicks.csv: quantiles need all rows at once:"
                  + " take Scalers.standard() or minMax(), or fewer rows, in memory.",
              scaler);
      return;
    }
    Scaler.RunningFit fit = scaler.start("clicks.csv", 5);
    float[] piece = new float[7 * 5];
    for (int from = 0; from < rows.length; from += 7) {
      int count = Math.min(7, rows.length - from);
      for (int r = 0; r < count; r++) {
        System.arraycopy(rows[from + r], 0, piece, r * 5, 5);
      }
      fit.add(piece, count);
    }

    Scaling inPieces = fit.finish();

    assertThat(inPieces.center()).isEqualTo(scaler.fit(data).center());
    assertThat(inPieces.scale()).isEqualTo(scaler.fit(data).scale());
  }

  @ParameterizedTest
  @MethodSource("scalers")
  void refusesWhatNoFloatCanHold(Scaler scaler) {
    Dataset rows = Dataset.of(new float[][] {{1, -3e38f}, {2, 3e38f}, {3, 3e38f}, {4, -3e38f}});
    if (scaler.toString().equals("standard") || scaler.toString().equals("minMax(-1.0, 1.0)")) {
      assertThat(scaler.fit(rows).scale()[1]).isCloseTo(3e38f, within(1e33f));
    } else {
      assertThatThrownBy(() -> scaler.fit(rows))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("feature 1 reach further than floats do");
    }
  }

  @Test
  void refusesSettingsThatAreNone() {
    assertThatThrownBy(() -> Scalers.minMax(1, 0))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-230] minMax is (1.0, 0.0), but must be two finite floats, the lower one first.");
    assertThatThrownBy(() -> Scalers.robust(90, 10))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-230] robust is (90.0, 10.0), but must be percentages from 0 to 100, the lower one"
                + " first.");
    for (double wrong : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, 1e300, 0}) {
      assertThatThrownBy(() -> Scalers.minMax(0, wrong)).isInstanceOf(DataException.class);
      assertThatThrownBy(() -> Scalers.robust(0, wrong)).isInstanceOf(DataException.class);
    }
    assertThatThrownBy(() -> Scalers.robust(-1, 50)).isInstanceOf(DataException.class);
  }

  @Test
  void refusesFiguresThatAreNoScaling() {
    float[] two = {1, 2};
    assertNone(() -> Scaling.of("own", two, new float[] {1}), "2 centres and 1 scales");
    assertNone(() -> Scaling.of("own", new float[0], new float[0]), "rows of no values");
    assertNone(() -> Scaling.of("own", two, new float[] {1, 0}), "scale 1 is 0.0");
    assertNone(() -> Scaling.of("own", two, new float[] {-1, 1}), "scale 0 is -1.0");
    assertNone(() -> Scaling.of("own", two, new float[] {Float.NaN, 1}), "scale 0 is NaN");
    assertNone(() -> Scaling.of("own", new float[] {1, Float.NaN}, two), "centre 1 is NaN");
    assertNone(() -> Scaling.of("", two, two), "name");
    assertNone(() -> Scaling.of("a\nb", two, two), "name");
    assertNone(() -> Scaling.of("own", two, two).clip(1, 1), "interval is [1.0, 1.0]");
    assertNone(() -> Scaling.of("own", two, two).clip(0, Float.NaN), "interval is [0.0, NaN]");
  }

  private static void assertNone(Runnable making, String fault) {
    assertThatThrownBy(making::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(fault);
  }

  @Test
  void aScaledDatasetIsTheSameRowsByEveryWay() {
    Dataset data = Dataset.of("names.csv", Rows.uniform(40, 3, -5, 5, 1));
    Scaling scaling = Scalers.standard().fit(data);
    Dataset scaled = scaling.apply(data);
    float[] together = new float[6];

    scaled.read(new int[] {0, 39, 7}, 1, 2, together);

    assertThat(together).containsExactly(concatenated(scaled.toArray()[39], scaled.toArray()[7]));
    assertThat(scaled.slice(7, 9).toArray()[0]).isEqualTo(scaled.toArray()[7]);
    assertThat(scaled.name()).isEqualTo("names.csv");
    assertThat(scaled.shape()).containsExactly(3);
    assertThat(scaled.knownWithin(-100, 100)).isFalse();
    assertThatThrownBy(() -> scaling.apply(Dataset.of(Rows.uniform(4, 2, 1))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("has rows of 2 values, but the scaler standard takes 3");
  }

  private static float[] concatenated(float[] a, float[] b) {
    float[] both = new float[a.length + b.length];
    System.arraycopy(a, 0, both, 0, a.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
