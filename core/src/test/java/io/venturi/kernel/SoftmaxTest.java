package io.venturi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SoftmaxTest {

  private static final int ROWS = 7;
  private static final int WIDTH = 5;

  private static float[] rows(double range) {
    SplittableRandom random = new SplittableRandom(1);
    float[] x = new float[ROWS * WIDTH];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextDouble(-range, range);
    }
    return x;
  }

  private static double[] exact(float[] x, int row) {
    double sum = 0;
    double[] y = new double[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      y[i] = Math.exp(x[row * WIDTH + i]);
      sum += y[i];
    }
    for (int i = 0; i < WIDTH; i++) {
      y[i] /= sum;
    }
    return y;
  }

  /** Differences of up to 60 are rounded by 2e-6, which is their exponential's relative error. */
  @Test
  void agreesWithMathInDoubleForSmallValuesToo() {
    float[] x = rows(30);
    float[] y = x.clone();
    new Softmax().apply(y, ROWS, WIDTH);
    for (int r = 0; r < ROWS; r++) {
      double[] expected = exact(x, r);
      double sum = 0;
      for (int i = 0; i < WIDTH; i++) {
        assertThat((double) y[r * WIDTH + i])
            .isCloseTo(expected[i], within(3e-6 * expected[i] + 1e-37));
        sum += y[r * WIDTH + i];
      }
      assertThat(sum).isCloseTo(1, within(3e-7));
    }
  }

  @Test
  void theExponentialIsExactToTheLastBits() {
    for (float x = 0; x > -86.9f; x -= 0.0137f) {
      assertThat((double) FloatMath.exp(x)).isCloseTo(Math.exp(x), within(2e-7 * Math.exp(x)));
    }
    assertThat(FloatMath.exp(-88f)).isZero();
    assertThat(FloatMath.exp(Float.NEGATIVE_INFINITY)).isZero();
    assertThat(FloatMath.exp(Float.NaN)).isNaN();
  }

  @Test
  void largeValuesDoNotOverflowAndNaNSpreadsOverItsRowAlone() {
    float[] x = {1e38f, -1e38f, 1e38f, Float.NaN, 1, 2};
    new Softmax().apply(x, 2, 3);
    assertThat(x).startsWith(0.5f, 0f, 0.5f);
    assertThat(x[3]).isNaN();
    assertThat(x[4]).isNaN();
  }

  @Test
  void theBiasIsAddedFirst() {
    float[] apart = rows(2);
    float[] fused = apart.clone();
    float[] bias = rows(1);
    for (int i = 0; i < apart.length; i++) {
      apart[i] += bias[i];
    }
    new Softmax().apply(apart, ROWS, WIDTH);
    new Softmax().apply(fused, bias, ROWS, WIDTH);
    assertThat(fused).isEqualTo(apart);
  }

  @Test
  void gradientAgreesWithFiniteDifferences() {
    float[] x = rows(2);
    float[] y = x.clone();
    new Softmax().apply(y, ROWS, WIDTH);
    float[] weights = rows(1);
    float[] gradient = weights.clone();
    new Softmax().gradient(gradient, y, ROWS, WIDTH);
    float h = 1f / 128;
    for (int i = 0; i < x.length; i++) {
      double difference = (dot(x, i, h, weights) - dot(x, i, -h, weights)) / (2 * h);
      assertThat((double) gradient[i]).isCloseTo(difference, within(2e-5));
    }
  }

  /** Σ weights · softmax, with value {@code i} moved. */
  private static double dot(float[] x, int i, float step, float[] weights) {
    float[] moved = x.clone();
    moved[i] += step;
    int row = i / WIDTH;
    double[] y = exact(moved, row);
    double sum = 0;
    for (int j = 0; j < WIDTH; j++) {
      sum += y[j] * weights[row * WIDTH + j];
    }
    return sum;
  }

  /** Of the sum of all second derivatives, weighed by two directions. */
  @Test
  void curvatureAgreesWithFiniteDifferences() {
    SplittableRandom random = new SplittableRandom(5);
    float[] z = draw(random);
    float[] tangents = draw(random);
    float[] cotangents = draw(random);
    float[] y = z.clone();
    new Softmax().apply(y, ROWS, WIDTH);
    float[] curvature = tangents.clone();
    new Softmax().curvature(curvature, cotangents, y, ROWS, WIDTH);
    double h = 1e-5;
    for (int i = 0; i < z.length; i++) {
      double[] up = doubles(z);
      double[] down = doubles(z);
      up[i] += h;
      down[i] -= h;
      double slope =
          (product(up, tangents, cotangents) - product(down, tangents, cotangents)) / (2 * h);
      assertThat((double) curvature[i]).isCloseTo(slope, within(1e-6));
    }
  }

  private static float[] draw(SplittableRandom random) {
    float[] values = new float[ROWS * WIDTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-2, 2);
    }
    return values;
  }

  private static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  /** {@code Σ_ij r_i σ_j ∂y_i/∂z_j} over all rows, where {@code ∂y_i/∂z_j = y_i (δ_ij − y_j)}. */
  private static double product(double[] z, float[] tangents, float[] cotangents) {
    double all = 0;
    for (int first = 0; first < z.length; first += WIDTH) {
      double sum = 0;
      for (int i = first; i < first + WIDTH; i++) {
        sum += Math.exp(z[i]);
      }
      double both = 0;
      double tangent = 0;
      double cotangent = 0;
      for (int i = first; i < first + WIDTH; i++) {
        double y = Math.exp(z[i]) / sum;
        both += y * tangents[i] * cotangents[i];
        tangent += y * tangents[i];
        cotangent += y * cotangents[i];
      }
      all += both - tangent * cotangent;
    }
    return all;
  }
}
