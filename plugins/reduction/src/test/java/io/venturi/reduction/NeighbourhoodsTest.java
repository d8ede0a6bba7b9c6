package io.venturi.reduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighbourhoodsTest {

  private static float[][] normal(int count, int width, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] rows = new float[count][width];
    for (float[] row : rows) {
      for (int j = 0; j < width; j++) {
        row[j] = (float) random.nextGaussian();
      }
    }
    return rows;
  }

  /** By hand: rows at 0, 1, 3, 6, 10 on a line, codes with the first and the last swapped. */
  @Test
  void countsIntrudersByTheirRanks() {
    Dataset rows = Dataset.of(new float[][] {{0}, {1}, {3}, {6}, {10}});
    Dataset codes = Dataset.of(new float[][] {{10}, {1}, {3}, {6}, {0}});
    // Nearest rows:  1, 0, 1, 2, 3. Nearest codes: 3, 4, 1, 2, 1.
    // Ranks by rows of the nearest codes that intrude: 3 for 0 is 3rd, 4 for 1 is 4th, 1 for 4 is
    // 3rd. Ranks by codes of the nearest rows that do: 1 for 0 is 3rd, 0 for 1 is 4th, 3 for 4 is
    // 3rd. Both sum up to 2 + 3 + 2, over the worst, 5 * (10 - 3 - 1) / 2.
    Neighbourhoods found = Neighbourhoods.of(rows, codes, 1);
    assertThat(found.trustworthiness()).isEqualTo(1 - 7 / 15.0, within(1e-15));
    assertThat(found.continuity()).isEqualTo(1 - 7 / 15.0, within(1e-15));
  }

  @Test
  void areKeptByWhatKeepsDistances() {
    float[][] rows = normal(300, 3, 1);
    float[][] turned = new float[300][];
    for (int i = 0; i < 300; i++) {
      turned[i] = new float[] {3 - 2 * rows[i][2], 2 * rows[i][0], 2 * rows[i][1]};
    }
    assertThat(Neighbourhoods.of(Dataset.of(rows), Dataset.of(turned), 12))
        .isEqualTo(new Neighbourhoods(1, 1));
  }

  @Test
  void areHalfLostByCodesAtRandom() {
    Neighbourhoods random =
        Neighbourhoods.of(Dataset.of(normal(600, 5, 2)), Dataset.of(normal(600, 2, 3)), 12);
    assertThat(random.trustworthiness()).isBetween(0.47, 0.53);
    assertThat(random.continuity()).isBetween(0.47, 0.53);
  }

  /** Cutting a ring open parts neighbours but brings none together; folding it does the reverse. */
  @Test
  void tellTearingFromFolding() {
    int n = 200;
    float[][] ring = new float[n][];
    for (int i = 0; i < n; i++) {
      double angle = 2 * Math.PI * (i + 0.3 * (i % 3)) / n;
      ring[i] = new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
    }
    float[][] cut = IntStream.range(0, n).mapToObj(i -> new float[] {i}).toArray(float[][]::new);
    float[][] folded =
        IntStream.range(0, n).mapToObj(i -> new float[] {ring[i][0]}).toArray(float[][]::new);
    Neighbourhoods torn = Neighbourhoods.of(Dataset.of(ring), Dataset.of(cut), 10);
    Neighbourhoods flat = Neighbourhoods.of(Dataset.of(ring), Dataset.of(folded), 10);
    assertThat(torn.trustworthiness()).isGreaterThan(torn.continuity());
    assertThat(flat.trustworthiness()).isLessThan(flat.continuity());
  }

  @Test
  void needMoreThanTwiceAsManyRows() {
    Dataset rows = Dataset.of("scans", normal(24, 3, 4));
    assertThatThrownBy(() -> Neighbourhoods.of(rows, rows, 12))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-401] 12 neighbours need at least 25 rows to be told from the others, but scans"
                + " gives 24: hand over more rows, look at more of them, or ask for fewer"
                + " neighbours.");
    assertThat(Neighbourhoods.of(rows, rows, 11)).isEqualTo(new Neighbourhoods(1, 1));
    assertThatThrownBy(() -> Neighbourhoods.of(rows, rows.slice(0, 20), 3))
        .hasMessage("20 codes are not of 24 rows.");
  }

  @Test
  void optionsAreCheckedWhenTheyAreSet() {
    ComparisonOptions options = ComparisonOptions.defaults();
    assertThatThrownBy(() -> options.withNeighbours(0))
        .hasMessage("[AE-230] the number of neighbours is 0, but must be at least 1.");
    assertThatThrownBy(() -> options.withNeighbourhoodRows(2))
        .hasMessage(
            "[AE-230] the number of rows to look at neighbourhoods in is 2, but must be at least 3.");
    assertThatThrownBy(() -> options.withIntervals(99, 0.9))
        .hasMessage("[AE-230] the number of resamples is 99, but must be at least 100.");
    assertThatThrownBy(() -> options.withIntervals(100, 1))
        .hasMessage("[AE-230] the confidence is 1.0, but must be between 0 and 1.");
  }
}
