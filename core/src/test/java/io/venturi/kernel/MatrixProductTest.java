package io.venturi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.testing.Rows;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Both routes of matrix products against loops in double, on shapes that kernels find awkward. */
class MatrixProductTest {

  private static final float LEFT_ALONE = 77f;

  private static final NativeSetup SETUP =
      new NativeSetup("any", BlasChoice.OPENBLAS, "default", NativeSetup.CHOSEN);

  /** Rows, inner size, columns. */
  private static final int[][] SHAPES = {
    {1, 1, 1},
    {1, 1, 7},
    {1, 7, 1},
    {7, 1, 1},
    {1, 13, 17},
    {13, 17, 1},
    {2, 3, 5},
    {7, 11, 13},
    {17, 31, 29},
    {16, 16, 16},
    {33, 15, 65},
    {127, 61, 67},
    {5, 257, 3}
  };

  static List<Arguments> cases() {
    Backend.ensureLoaded();
    List<Arguments> cases = new ArrayList<>();
    for (MatrixProduct product : List.of(new CblasMatrixProduct(SETUP), new Nd4jMatrixProduct())) {
      for (int[] shape : SHAPES) {
        for (float beta : new float[] {0f, 1f}) {
          for (int offset : new int[] {0, 3}) {
            cases.add(
                Arguments.argumentSet(
                    product.name()
                        + " "
                        + String.join("×", texts(shape))
                        + " beta "
                        + beta
                        + " at "
                        + offset,
                    product,
                    shape,
                    beta,
                    offset));
          }
        }
      }
    }
    return cases;
  }

  private static String[] texts(int[] shape) {
    return java.util.Arrays.stream(shape).mapToObj(Integer::toString).toArray(String[]::new);
  }

  /** A tensor with two rows more than are used, somewhere inside a larger one. */
  private static final class Operand {
    final Tensor whole;
    final Tensor view;
    final double[][] values;

    private Operand(Tensor whole, Tensor view, double[][] values) {
      this.whole = whole;
      this.view = view;
      this.values = values;
    }

    static Operand of(int used, int spare, int columns, int offset, long seed) {
      float[][] values = Rows.uniform(used + spare, columns, -1, 1, seed);
      Tensor whole = Tensor.allocate(1, offset + (used + spare) * columns + 5);
      float[] background = new float[whole.size()];
      java.util.Arrays.fill(background, LEFT_ALONE);
      whole.write(0, background, background.length);
      Tensor view = whole.view(offset, used + spare, columns);
      double[][] doubles = new double[used + spare][columns];
      for (int r = 0; r < values.length; r++) {
        view.write(r * columns, values[r], columns);
        for (int c = 0; c < columns; c++) {
          doubles[r][c] = values[r][c];
        }
      }
      return new Operand(whole, view, doubles);
    }

    /** Checks the used rows, and that everything around them is as it was. */
    void assertIs(double[][] expected, int inner) {
      float[][] actual = view.toRows();
      for (int r = 0; r < actual.length; r++) {
        for (int c = 0; c < actual[r].length; c++) {
          if (r < expected.length) {
            assertThat((double) actual[r][c])
                .as("value (%d, %d)", r, c)
                .isCloseTo(expected[r][c], org.assertj.core.data.Offset.offset(2e-7 * (inner + 4)));
          } else {
            assertThat(actual[r][c]).isEqualTo((float) values[r][c]);
          }
        }
      }
      float[] all = whole.toArray();
      int last = all.length - 1;
      for (int i = 0; i < 5; i++) {
        assertThat(all[last - i]).isEqualTo(LEFT_ALONE);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void multipliesRowsByAMatrix(MatrixProduct product, int[] shape, float beta, int offset) {
    int rows = shape[0];
    int k = shape[1];
    int n = shape[2];
    Operand a = Operand.of(rows, 2, k, offset, 1);
    Operand b = Operand.of(k, 0, n, offset, 2);
    Operand c = Operand.of(rows, 2, n, offset, 3);
    double[][] expected = new double[rows][n];
    for (int r = 0; r < rows; r++) {
      for (int j = 0; j < n; j++) {
        double sum = beta * c.values[r][j];
        for (int i = 0; i < k; i++) {
          sum += a.values[r][i] * b.values[i][j];
        }
        expected[r][j] = sum;
      }
    }
    product.multiply(rows, a.view, b.view, c.view, beta);
    c.assertIs(expected, k);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void multipliesATransposedByRows(MatrixProduct product, int[] shape, float beta, int offset) {
    int rows = shape[0];
    int k = shape[1];
    int n = shape[2];
    Operand a = Operand.of(rows, 2, k, offset, 1);
    Operand b = Operand.of(rows, 2, n, offset, 2);
    Operand c = Operand.of(k, 0, n, offset, 3);
    double[][] expected = new double[k][n];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < n; j++) {
        double sum = beta * c.values[i][j];
        for (int r = 0; r < rows; r++) {
          sum += a.values[r][i] * b.values[r][j];
        }
        expected[i][j] = sum;
      }
    }
    product.multiplyTransposedA(rows, a.view, b.view, c.view, beta);
    c.assertIs(expected, rows);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void multipliesRowsByATransposedMatrix(
      MatrixProduct product, int[] shape, float beta, int offset) {
    int rows = shape[0];
    int n = shape[1];
    int k = shape[2];
    Operand a = Operand.of(rows, 2, n, offset, 1);
    Operand b = Operand.of(k, 0, n, offset, 2);
    Operand c = Operand.of(rows, 2, k, offset, 3);
    double[][] expected = new double[rows][k];
    for (int r = 0; r < rows; r++) {
      for (int i = 0; i < k; i++) {
        double sum = beta * c.values[r][i];
        for (int j = 0; j < n; j++) {
          sum += a.values[r][j] * b.values[i][j];
        }
        expected[r][i] = sum;
      }
    }
    product.multiplyTransposedB(rows, a.view, b.view, c.view, beta);
    c.assertIs(expected, n);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sumsColumns(MatrixProduct product, int[] shape, float beta, int offset) {
    int rows = shape[0];
    int n = shape[2];
    Operand a = Operand.of(rows, 2, n, offset, 1);
    Operand sums = Operand.of(1, 0, n, offset, 2);
    double[][] expected = new double[1][n];
    for (int j = 0; j < n; j++) {
      expected[0][j] = beta * sums.values[0][j];
      for (int r = 0; r < rows; r++) {
        expected[0][j] += a.values[r][j];
      }
    }
    product.columnSums(rows, a.view, sums.view, beta);
    sums.assertIs(expected, rows);
  }

  /**
   * Tensors of the same values lie elsewhere in another run and in another thread's workspace. MKL
   * would choose other orders of summation then, were it not told otherwise.
   */
  @Test
  void bitsDoNotDependOnWhereInMemoryTensorsLie() {
    Backend.ensureLoaded();
    MatrixProduct product = new CblasMatrixProduct(SETUP);
    for (int[] shape : new int[][] {{1, 100, 33}, {2, 256, 128}, {7, 30, 16}, {64, 13, 7}}) {
      List<float[]> first = products(product, shape, 0);
      for (int offset = 1; offset < 16; offset++) {
        List<float[]> others = products(product, shape, offset);
        for (int i = 0; i < first.size(); i++) {
          assertThat(others.get(i))
              .as("product %d of %s at %d", i, String.join("×", texts(shape)), offset)
              .isEqualTo(first.get(i));
        }
      }
    }
  }

  /** All kinds of products of the same values, lying {@code offset} floats on in memory. */
  private static List<float[]> products(MatrixProduct product, int[] shape, int offset) {
    int rows = shape[0];
    int k = shape[1];
    int n = shape[2];
    Tensor a = Operand.of(rows, 0, k, offset, 1).view;
    Tensor b = Operand.of(k, 0, n, offset / 2, 2).view;
    Tensor c = Operand.of(rows, 0, n, offset / 3, 3).view;
    Tensor sums = Tensor.allocate(1, n);
    product.columnSums(rows, c, sums, 0f);
    Tensor ofRows = Tensor.allocate(rows, n);
    product.multiply(rows, a, b, ofRows, 0f);
    Tensor ofTransposed = Tensor.allocate(rows, k);
    product.multiplyTransposedB(rows, c, b, ofTransposed, 0f);
    Tensor ofColumns = Tensor.allocate(k, n);
    product.multiplyTransposedA(rows, a, c, ofColumns, 0f);
    return List.of(sums.toArray(), ofRows.toArray(), ofTransposed.toArray(), ofColumns.toArray());
  }

  /** More rows than the vector of ones has to begin with. */
  @Test
  void sumsColumnsOfManyRows() {
    Backend.ensureLoaded();
    MatrixProduct product = new CblasMatrixProduct(SETUP);
    Tensor a = Tensor.allocate(3000, 2);
    float[] ones = new float[6000];
    java.util.Arrays.fill(ones, 1f);
    a.write(0, ones, ones.length);
    Tensor sums = Tensor.allocate(1, 2);
    for (int rows : new int[] {1024, 1025, 3000, 7}) {
      product.columnSums(rows, a, sums, 0f);
      assertThat(sums.toArray()).containsExactly(rows, rows);
    }
  }

  /** With beta 0 what was in the result does not count, not even NaN. */
  @Test
  void betaZeroOverwritesEvenNaN() {
    Backend.ensureLoaded();
    for (MatrixProduct product : List.of(new CblasMatrixProduct(SETUP), new Nd4jMatrixProduct())) {
      Tensor a = tensor(2, 1f, 2f, 3f, 4f);
      Tensor b = tensor(2, 1f, 0f, 0f, 1f);
      Tensor c = tensor(2, Float.NaN, Float.NaN, Float.NaN, Float.POSITIVE_INFINITY);
      product.multiply(2, a, b, c, 0f);
      assertThat(c.toArray()).as(product.name()).containsExactly(1, 2, 3, 4);
    }
  }

  @Test
  void shapesThatDoNotFitNeverReachNativeCode() {
    Tensor a = Tensor.allocate(4, 3);
    Tensor b = Tensor.allocate(3, 5);
    Tensor c = Tensor.allocate(4, 5);
    assertThatThrownBy(() -> Matrices.multiply(5, a, b, c, 0f))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("shapes do not fit on 5 rows: (4, 3), (3, 5), (4, 5)");
    assertThatThrownBy(() -> Matrices.multiply(4, a, c, c, 0f))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Matrices.multiply(4, a, b, a, 0f))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Matrices.multiplyTransposedA(4, a, b, c, 0f))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Matrices.multiplyTransposedA(4, a, c, a, 0f))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Matrices.multiplyTransposedB(4, a, b, c, 0f))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Matrices.columnSums(4, a, Tensor.allocate(1, 4), 0f))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Matrices.columnSums(5, a, Tensor.allocate(1, 3), 0f))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Matrices.multiply(-1, a, b, c, 0f))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Tensor tensor(int columns, float... values) {
    Tensor tensor = Tensor.allocate(values.length / columns, columns);
    tensor.write(0, values, values.length);
    return tensor;
  }
}
