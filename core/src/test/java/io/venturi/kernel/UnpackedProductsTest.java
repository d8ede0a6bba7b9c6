package io.venturi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;

import io.venturi.testing.Rows;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Products in pieces against loops in double, on shapes that leave a rest in every direction. They
 * are right with any of OpenBLAS's core types, though only fast with one.
 */
class UnpackedProductsTest {

  private static final float LEFT_ALONE = 77f;

  @BeforeAll
  static void load() {
    Backend.ensureLoaded();
  }

  @ParameterizedTest(name = "opA {0}, opB {1}, {2}×{3}, {4} terms")
  @CsvSource({
    // Pieces of 64 columns, at most 800 terms.
    "false, false, 40, 130, 1700",
    "false, false, 1, 65, 801",
    "false, false, 300, 7, 790",
    // Of 128 columns, at most 256 terms.
    "true, false, 61, 261, 513",
    "true, false, 200, 30, 257",
    // Of 48 columns and 25 rows, at most 800 terms.
    "false, true, 100, 50, 256",
    "false, true, 27, 19, 2100",
    "false, true, 3, 100, 801",
    "false, true, 3, 5, 1"
  })
  void equalsTheWhole(boolean transposedA, boolean transposedB, int m, int n, int k) {
    float[][] a = Rows.uniform(transposedA ? k : m, transposedA ? m : k, -1, 1, 1);
    float[][] b = Rows.uniform(transposedB ? n : k, transposedB ? k : n, -1, 1, 2);
    float[][] before = Rows.uniform(m, n, -1, 1, 3);
    for (float beta : new float[] {0f, 1f}) {
      Tensor around = Tensor.allocate(m + 2, n);
      fill(around);
      Tensor c = around.rows(1, m);
      write(c, before);
      UnpackedProducts.multiply(
          transposedA ? CblasTrans : CblasNoTrans,
          transposedB ? CblasTrans : CblasNoTrans,
          m,
          n,
          k,
          tensor(a),
          tensor(b),
          c,
          beta);
      float[][] rows = around.toRows();
      assertThat(rows[0]).containsOnly(LEFT_ALONE);
      assertThat(rows[m + 1]).containsOnly(LEFT_ALONE);
      double worst = 0;
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
          double sum = beta * before[i][j];
          for (int t = 0; t < k; t++) {
            sum += (double) (transposedA ? a[t][i] : a[i][t]) * (transposedB ? b[j][t] : b[t][j]);
          }
          worst = Math.max(worst, Math.abs(rows[i + 1][j] - sum));
        }
      }
      assertThat(worst).isLessThan(1e-7 * (k + 10));
    }
  }

  /** By the rule of OpenBLAS 0.3.19's sgemm_small_kernel_permit for SkylakeX. */
  @Test
  void cutsWhatWouldBePackedIntoWhatIsNot() {
    int cut = 0;
    int[] sizes = {0, 1, 3, 16, 30, 48, 64, 75, 128, 256, 500, 784, 801, 1025, 5000, 70_000};
    for (int m : sizes) {
      for (int n : sizes) {
        for (int k : sizes) {
          for (int ops = 0; ops < 3; ops++) {
            int opA = ops == 1 ? CblasTrans : CblasNoTrans;
            int opB = ops == 2 ? CblasTrans : CblasNoTrans;
            if (!UnpackedProducts.suit(opB, m, n, k)) {
              continue;
            }
            cut++;
            assertThat(isPacked(opB, m, n, k)).as("%d×%d, %d", m, n, k).isTrue();
            int width = Math.min(UnpackedProducts.width(opA, opB), n);
            int depth = UnpackedProducts.depth(opA, opB, k);
            int height = UnpackedProducts.height(opB, width, depth);
            int rest = k - (k - 1) / depth * depth; // The last part of the sums.
            assertThat(width).isPositive();
            assertThat(height).isPositive();
            assertThat(depth).isBetween(1, k);
            assertThat(isPacked(opB, height, width, depth)).as("%d×%d, %d", m, n, k).isFalse();
            assertThat(isPacked(opB, height, width, rest)).as("%d×%d, %d", m, n, k).isFalse();
          }
        }
      }
    }
    assertThat(cut).isGreaterThan(500);
  }

  private static boolean isPacked(int opB, int m, int n, int k) {
    return (double) m * n * k > 1e6 || (opB == CblasTrans && ((long) m * n > 1200 || k < 32));
  }

  private static void fill(Tensor tensor) {
    float[] values = new float[tensor.size()];
    Arrays.fill(values, LEFT_ALONE);
    tensor.write(0, values, values.length);
  }

  private static Tensor tensor(float[][] rows) {
    Tensor tensor = Tensor.allocate(rows.length, rows[0].length);
    write(tensor, rows);
    return tensor;
  }

  private static void write(Tensor tensor, float[][] rows) {
    for (int r = 0; r < rows.length; r++) {
      tensor.write(r * tensor.columns(), rows[r], tensor.columns());
    }
  }
}
