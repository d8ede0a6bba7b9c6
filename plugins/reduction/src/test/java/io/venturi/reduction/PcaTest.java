package io.venturi.reduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;

class PcaTest {

  @Test
  void findsTheLineThroughPointsOnALine() {
    Pca pca = Pca.fit(Dataset.of(new float[][] {{1, 1}, {2, 2}, {3, 3}}), 1);

    assertThat(pca.mean()).containsExactly(2, 2);
    assertClose(pca.axes()[0], Math.sqrt(0.5), Math.sqrt(0.5));
    assertClose(pca.explainedVariance(), 2);
    assertClose(pca.explainedVarianceRatio(), 1);
    float root2 = (float) Math.sqrt(2);
    assertThat(pca.encode(new float[][] {{1, 1}, {2, 2}, {3, 3}, {3, 1}}))
        .satisfies(codes -> assertClose(column(codes, 0), -root2, 0, root2, 0));
    assertThat(pca.reconstruct(new float[][] {{3, 1}})[0]).containsExactly(2, 2);
    // Two features are off by 1 in one of two rows.
    assertThat(pca.meanSquaredError(Dataset.of(new float[][] {{3, 1}, {1, 1}})))
        .isEqualTo(0.5, within(1e-7));
  }

  @Test
  void sortsByVarianceAndFixesSigns() {
    // Sums of squares along the axes themselves: 8, 72 and 2, over 7 - 1.
    float[][] rows = {
      {2, 0, 0}, {-2, 0, 0}, {0, 6, 0}, {0, -6, 0}, {0, 0, 1}, {0, 0, -1}, {0, 0, 0},
    };
    Pca pca = Pca.fit(Dataset.of(rows), 3);
    assertClose(pca.explainedVariance(), 72 / 6.0, 8 / 6.0, 2 / 6.0);
    assertClose(pca.explainedVarianceRatio(), 72 / 82.0, 8 / 82.0, 2 / 82.0);
    assertClose(pca.axes()[0], 0, 1, 0);
    assertClose(pca.axes()[1], 1, 0, 0);
    assertClose(pca.axes()[2], 0, 0, 1);
  }

  @Test
  void axesAreOrthonormalAndTheLargestLoadingIsPositive() {
    double[][] axes = Pca.fit(correlated(300, 40), 40).axes();
    for (int i = 0; i < axes.length; i++) {
      for (int j = 0; j < axes.length; j++) {
        double product = 0;
        for (int k = 0; k < axes.length; k++) {
          product += axes[i][k] * axes[j][k];
        }
        assertThat(product).isEqualTo(i == j ? 1 : 0, offset(1e-12));
      }
      double[] axis = axes[i];
      double largest = Arrays.stream(axis).map(Math::abs).max().orElseThrow();
      assertThat(axis).contains(largest);
    }
  }

  @Test
  void agreesWithASingularValueDecomposition() {
    Dataset data = correlated(200, 12);
    Pca pca = Pca.fit(data, 12);

    double[] mean = pca.mean();
    float[][] rows = data.toArray();
    RealMatrix centred = MatrixUtils.createRealMatrix(rows.length, mean.length);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < mean.length; j++) {
        centred.setEntry(i, j, rows[i][j] - mean[j]);
      }
    }
    SingularValueDecomposition svd = new SingularValueDecomposition(centred);
    double[] variance = pca.explainedVariance();
    for (int i = 0; i < mean.length; i++) {
      double singular = svd.getSingularValues()[i];
      assertThat(variance[i]).isEqualTo(singular * singular / (rows.length - 1), within(1e-11));
      double agreement = svd.getV().getColumnVector(i).dotProduct(vector(pca.axes()[i]));
      assertThat(Math.abs(agreement)).isEqualTo(1, within(1e-9));
    }
  }

  @Test
  void allComponentsTogetherLoseNothing() {
    Dataset data = correlated(50, 8);
    Pca pca = Pca.fit(data, 8);
    float[][] rows = data.toArray();
    float[][] reconstructions = pca.reconstruct(rows);
    for (int i = 0; i < rows.length; i++) {
      assertThat(reconstructions[i]).containsExactly(rows[i], within(1e-5f));
    }
    assertThat(pca.meanSquaredError(data)).isLessThan(1e-12);
    assertThat(Arrays.stream(pca.explainedVarianceRatio()).sum()).isEqualTo(1, within(1e-12));
  }

  @Test
  void theErrorIsTheVarianceThatIsLeftOut() {
    Dataset data = correlated(400, 10);
    double[] variance = Pca.fit(data, 10).explainedVariance();
    for (int components = 1; components < 10; components++) {
      double leftOut = Arrays.stream(variance, components, 10).sum() * 399 / 400 / 10;
      assertThat(Pca.fit(data, components).meanSquaredError(data))
          .isEqualTo(leftOut, within(1e-4 * leftOut));
    }
  }

  @Test
  void workInBlocksGivesWhatRowsAloneGive() {
    Dataset data = correlated(2_000, 300);
    Pca pca = Pca.fit(data, 3);
    float[][] rows = data.toArray();
    float[][] codes = pca.encode(rows);
    float[][] decoded = pca.decode(codes);
    assertThat(codes).hasDimensions(2_000, 3);
    assertThat(decoded).hasDimensions(2_000, 300);
    for (int i : new int[] {0, 1_746, 1_747, 1_748, 1_999}) {
      assertThat(pca.encode(new float[][] {rows[i]})[0]).containsExactly(codes[i], within(1e-5f));
      assertThat(pca.decode(new float[][] {codes[i]})[0])
          .containsExactly(decoded[i], within(1e-5f));
    }
    double variance = 0;
    for (int j = 0; j < 300; j++) {
      double mean = pca.mean()[j];
      for (float[] row : rows) {
        variance += (row[j] - mean) * (row[j] - mean) / 1_999;
      }
    }
    double total = pca.explainedVariance()[0] / pca.explainedVarianceRatio()[0];
    assertThat(total).isEqualTo(variance, within(1e-9 * variance));
  }

  @Test
  void whiteningScalesCodesAndNothingElse() {
    Dataset data = correlated(500, 6);
    Pca plain = Pca.fit(data, 3);
    Pca white = Pca.fit(data, new Pca.Options(3, true));
    float[][] rows = data.toArray();
    float[][] codes = white.encode(rows);
    for (int j = 0; j < 3; j++) {
      double[] column = column(codes, j);
      double squares = Arrays.stream(column).map(code -> code * code).sum();
      assertThat(Arrays.stream(column).sum()).isEqualTo(0, within(1e-3));
      assertThat(squares / 499).isEqualTo(1, within(1e-5));
    }
    assertThat(white.meanSquaredError(data)).isEqualTo(plain.meanSquaredError(data), within(1e-8));
    assertThat(white.explainedVariance()).isEqualTo(plain.explainedVariance());
  }

  @Test
  void theSameDataGivesTheSameBits() {
    Dataset data = correlated(500, 50);
    Pca one = Pca.fit(data, 5);
    Pca two = Pca.fit(data, 5);
    assertThat(two.axes()).isDeepEqualTo(one.axes());
    assertThat(two.encode(data.toArray())).isDeepEqualTo(one.encode(data.toArray()));
  }

  @Test
  void servesManyThreads() {
    Dataset data = correlated(300, 20);
    Pca pca = Pca.fit(data, 4);
    float[][] rows = data.toArray();
    float[][] expected = pca.encode(rows);
    assertThat(IntStream.range(0, 64).parallel().mapToObj(i -> pca.encode(rows)))
        .allSatisfy(codes -> assertThat(codes).isDeepEqualTo(expected));
  }

  @Test
  void whatItReturnsIsACopy() {
    Pca pca = Pca.fit(correlated(30, 4), 2);
    pca.mean()[0] = Double.NaN;
    pca.axes()[0][0] = Double.NaN;
    pca.explainedVariance()[0] = Double.NaN;
    assertThat(pca.mean()).doesNotContain(Double.NaN);
    assertThat(pca.axes()[0]).doesNotContain(Double.NaN);
    assertThat(pca.explainedVariance()).doesNotContain(Double.NaN);
  }

  @Test
  void dataThatDoesNotVaryIsItsMean() {
    Pca pca = Pca.fit(Dataset.of(new float[][] {{3, 4}, {3, 4}, {3, 4}}), 1);
    assertThat(pca.explainedVariance()).containsExactly(0);
    assertThat(pca.explainedVarianceRatio()).containsExactly(0);
    assertThat(pca.reconstruct(new float[][] {{3, 4}})[0]).containsExactly(3, 4);
  }

  /** Larger than LAPACK's blocks, where a fast BLAS was found to return wrong eigenvectors. */
  @Test
  void axesOfAWideTableAreEigenvectors() {
    Dataset data = correlated(500, 260);
    Pca pca = Pca.fit(data, 260);
    double[] mean = pca.mean();
    double[] covariance = Moments.covariance(data, mean);
    float[][] rows = data.toArray();
    for (int component : new int[] {0, 1, 31, 129, 259}) {
      double[] axis = pca.axes()[component];
      double length = 0;
      double[] product = new double[260];
      for (float[] row : rows) {
        double projection = 0;
        for (int j = 0; j < 260; j++) {
          projection += (row[j] - mean[j]) * axis[j];
        }
        for (int j = 0; j < 260; j++) {
          product[j] += (row[j] - mean[j]) * projection / 499;
        }
      }
      for (int j = 0; j < 260; j++) {
        length += axis[j] * axis[j];
        assertThat(product[j])
            .isEqualTo(pca.explainedVariance()[component] * axis[j], within(1e-13));
      }
      assertThat(length).isEqualTo(1, within(1e-12));
    }
    double trace = IntStream.range(0, 260).mapToDouble(i -> covariance[i * 260 + i]).sum();
    assertThat(Arrays.stream(pca.explainedVariance()).sum()).isEqualTo(trace, within(1e-12));
  }

  @Test
  void oneFeatureIsItsOwnAxis() {
    Pca pca = Pca.fit(Dataset.of(new float[][] {{1}, {3}}), 1);
    assertThat(pca.axes()[0]).containsExactly(1);
    assertThat(pca.explainedVariance()).containsExactly(2);
  }

  @Test
  void refusesComponentsThatTheDataCannotHave() {
    Dataset data = Dataset.of("scans", new float[][] {{1, 2, 3}, {4, 5, 6.5f}, {7, 8, 9}});
    assertThatThrownBy(() -> Pca.fit(data, 0))
        .isInstanceOf(DataException.class)
        .hasMessage("[AE-230] the number of components is 0, but must be at least 1.");
    assertThatThrownBy(() -> Pca.fit(data, 4))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-230] the number of components of scans is 4, but must be at most 3: the number of"
                + " features.");
    assertThatThrownBy(() -> Pca.fit(data, 3))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-230] the number of components of scans is 3, but must be at most 2: 3 rows vary in no"
                + " more directions.");
    assertThatThrownBy(
            () ->
                Pca.fit(
                    Dataset.of("line", new float[][] {{1, 1}, {2, 2}, {3, 3}}),
                    new Pca.Options(2, true)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-230] the number of components of line is 2, but must be at most 1: it does not vary"
                + " in more, so they cannot be whitened.");
  }

  @Test
  void refusesRowsThatAreBroken() {
    assertThatThrownBy(() -> Pca.fit(Dataset.of(new float[][] {{1, 2}, {Float.NaN, 3}}), 1))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("Row 1 of the data, feature 0 is NaN");
    Pca pca = Pca.fit(correlated(30, 4), 2);
    assertThatThrownBy(() -> pca.encode(new float[][] {{1, 2, 3}}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the input has rows of 3 values, but the PCA takes 4");
    assertThatThrownBy(() -> pca.encode(new float[][] {{1, 2, 3, Float.POSITIVE_INFINITY}}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("Row 0 of the input, feature 3 is Infinity");
    assertThatThrownBy(() -> pca.decode(new float[][] {{1, 2, 3, 4}}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the code array has rows of 4 values, but the PCA takes 2");
    assertThatThrownBy(() -> pca.encode(new float[0][])).isInstanceOf(DataException.class);
    assertThatThrownBy(() -> pca.meanSquaredError(correlated(30, 5)))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(() -> pca.meanSquaredError(Dataset.of(new float[][] {{1, 2, 3, Float.NaN}})))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("Row 0 of the data, feature 3 is NaN");
  }

  /** Rows whose features are mixtures of independent sources of falling variance, off centre. */
  private static Dataset correlated(int size, int width) {
    SplittableRandom random = new SplittableRandom(7);
    double[][] mixture = new double[width][width];
    for (double[] source : mixture) {
      Arrays.setAll(source, j -> random.nextDouble() - 0.5);
    }
    float[][] rows = new float[size][width];
    for (float[] row : rows) {
      for (int source = 0; source < width; source++) {
        double strength = (random.nextDouble() - 0.5) / (1 + source);
        for (int j = 0; j < width; j++) {
          row[j] += (float) (strength * mixture[source][j]);
        }
      }
      row[0] += 10;
    }
    return Dataset.of(rows);
  }

  private static RealVector vector(double[] values) {
    return MatrixUtils.createRealVector(values);
  }

  private static double[] column(float[][] rows, int column) {
    return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
  }

  private static void assertClose(double[] actual, double... expected) {
    assertThat(actual).containsExactly(expected, within(1e-6));
  }
}
