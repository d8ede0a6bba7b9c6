package io.venturi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNeighboursTest {

  private static float[][] rows(int count, int width, double offset, double size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] rows = new float[count][width];
    for (float[] row : rows) {
      for (int j = 0; j < width; j++) {
        row[j] = (float) (offset + size * (random.nextDouble() - 0.5));
      }
    }
    return rows;
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = (double) a[i] - b[i];
      sum += difference * difference;
    }
    return sum;
  }

  /** By the definition, one query at a time. */
  private static int[] expected(float[] query, float[][] rows, int k, int itself) {
    double[] distances = Arrays.stream(rows).mapToDouble(row -> distance(query, row)).toArray();
    return IntStream.range(0, rows.length)
        .filter(i -> i != itself)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> distances[i]))
        .limit(k)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Rows far from the origin, and of sizes that overflow a product of floats or underflow it. */
  @ParameterizedTest
  @CsvSource({"0, 1", "1000000, 1", "-40000, 0.5", "0, 6e38", "0, 1e-38", "0, 1e-44"})
  void findsWhatTheDefinitionSays(double offset, double size) {
    float[][] rows = rows(1_300, 17, offset, size, 1);
    float[][] queries = rows(700, 17, offset, size, 2);
    Neighbours found = NearestNeighbours.among(Dataset.of(rows)).of(Dataset.of(queries), 5);
    for (int i = 0; i < queries.length; i += 7) {
      assertThat(found.rows()[i]).containsExactly(expected(queries[i], rows, 5, -1));
      for (int j = 0; j < 5; j++) {
        assertThat(found.squaredDistances()[i][j])
            .isCloseTo(distance(queries[i], rows[found.rows()[i][j]]), withinPercentage(1e-10));
      }
    }
  }

  /** A product in floats cannot tell such rows apart. */
  @Test
  void tellsNeighboursApartThatFloatsDoNot() {
    float[][] rows = rows(600, 300, 0, 2, 3);
    for (int i = 1; i < 300; i++) {
      rows[i] = rows[0].clone();
      rows[i][i] += (float) (1e-4 * (1 + i % 50));
    }
    Neighbours found = NearestNeighbours.among(Dataset.of(rows)).ofEachOther(30);
    for (int i : new int[] {0, 1, 57, 299, 300, 599}) {
      assertThat(found.rows()[i]).containsExactly(expected(rows[i], rows, 30, i));
    }
  }

  @Test
  void ofEquallyFarRowsTheFirstIsNearer() {
    float[][] rows = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {0, 1}};
    NearestNeighbours neighbours = NearestNeighbours.among(Dataset.of(rows));
    Neighbours found = neighbours.of(Dataset.of(new float[][] {{0, 0}}), 4);
    assertThat(found.rows()[0]).containsExactly(0, 1, 2, 3);
    assertThat(found.squaredDistances()[0]).containsExactly(1, 1, 1, 1);
    // A duplicate is another row, a row itself is not.
    assertThat(neighbours.ofEachOther(2).rows()[4]).containsExactly(1, 0);
  }

  @Test
  void ordersAllOfThem() {
    float[][] rows = rows(700, 5, 0, 1, 8);
    Neighbours found = NearestNeighbours.among(Dataset.of(rows)).ofEachOther(699);
    for (int i = 0; i < 700; i += 50) {
      assertThat(found.rows()[i]).containsExactly(expected(rows[i], rows, 699, i));
    }
  }

  @Test
  void rowsThatDoNotVaryAreAllEquallyNear() {
    Neighbours found = NearestNeighbours.among(Dataset.of(new float[1_100][3])).ofEachOther(2);
    assertThat(found.rows()[0]).containsExactly(1, 2);
    assertThat(found.rows()[1_099]).containsExactly(0, 1);
    assertThat(found.squaredDistances()[1_099]).containsExactly(0, 0);
  }

  @Test
  void aQueryFarFromAllRowsStillHasNearestOnes() {
    float[][] rows = {{1}, {2}, {3}};
    Neighbours found =
        NearestNeighbours.among(Dataset.of(rows)).of(Dataset.of(new float[][] {{3e38f}, {1}}), 3);
    // In doubles all three are equally far.
    assertThat(found.rows()[0]).containsExactly(0, 1, 2);
    assertThat(found.rows()[1]).containsExactly(0, 1, 2);
  }

  @Test
  void givesTheSameBitsOnAnyNumberOfThreads() throws Exception {
    Dataset data = Dataset.of(rows(2_000, 40, 3, 1, 5));
    Neighbours here = NearestNeighbours.among(data).ofEachOther(7);
    for (int threads : new int[] {1, 3}) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      try {
        Neighbours there = pool.submit(() -> NearestNeighbours.among(data).ofEachOther(7)).get();
        assertThat(Arrays.deepEquals(there.rows(), here.rows())).isTrue();
        assertThat(Arrays.deepEquals(there.squaredDistances(), here.squaredDistances())).isTrue();
      } finally {
        pool.shutdown();
      }
    }
  }

  @Test
  void refusesWhatCannotBeFound() {
    Dataset data = Dataset.of("scans", new float[][] {{1, 2}, {3, 4}, {5, 6}});
    NearestNeighbours neighbours = NearestNeighbours.among(data);
    assertThatThrownBy(() -> neighbours.of(data, 4))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-230] the number of neighbours in scans is 4, but must be at least 1 and at most 3:"
                + " it has 3 rows.");
    assertThatThrownBy(() -> neighbours.ofEachOther(3))
        .hasMessage(
            "[AE-230] the number of neighbours in scans is 3, but must be at least 1 and at most 2:"
                + " each of its rows has 2 others.");
    assertThatThrownBy(() -> neighbours.ofEachOther(0)).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> neighbours.of(Dataset.of("codes", new float[][] {{1}}), 1))
        .hasMessageContaining("codes has rows of 1 values, but the search among scans takes 2");
    assertThatThrownBy(() -> neighbours.of(Dataset.of("codes", new float[][] {{1, Float.NaN}}), 1))
        .hasMessageContaining("Row 0 of codes, feature 1 is NaN");
    assertThatThrownBy(
            () ->
                NearestNeighbours.among(
                    Dataset.of("scans", new float[][] {{1}, {Float.NEGATIVE_INFINITY}})))
        .hasMessageContaining("Row 1 of scans, feature 0 is -Infinity");
  }
}
