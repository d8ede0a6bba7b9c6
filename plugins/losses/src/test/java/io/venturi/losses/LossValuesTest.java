package io.venturi.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venturi.kernel.Activation;
import io.venturi.kernel.Gelu;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Softmax;
import io.venturi.kernel.Softplus;
import io.venturi.kernel.Tanh;
import io.venturi.spi.Loss;
import io.venturi.spi.LossTile;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every loss against its formula in double, and its gradient against differences of that. */
class LossValuesTest {

  private static final double LARGEST = 1e4;

  /** A row's loss of reconstruction, target and weights; weights of 1 where there are none. */
  @FunctionalInterface
  private interface Formula {
    double of(double[] y, double[] x, double[] w);
  }

  /** One value's term. */
  @FunctionalInterface
  private interface Term {
    double of(double y, double x);
  }

  private record Case(
      String name,
      Loss loss,
      Activation activation,
      DoubleUnaryOperator inDouble,
      Formula formula,
      int width,
      double low,
      double high) {

    @Override
    public String toString() {
      return name + " over " + activation.getClass().getSimpleName();
    }
  }

  private static Formula mean(Term term) {
    return (y, x, w) -> {
      double sum = 0;
      for (int i = 0; i < y.length; i++) {
        sum += w[i] == 0 ? 0 : w[i] * term.of(y[i], x[i]);
      }
      return sum / Arrays.stream(w).sum();
    };
  }

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }

  private static double softplus(double z) {
    return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
  }

  private static double gelu(double z) {
    return 0.5 * z * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z * z * z)));
  }

  private static double huber(double d, double delta) {
    double size = Math.abs(d);
    return size <= delta ? d * d / 2 : delta * (size - delta / 2);
  }

  /** log cosh without overflow and, near 0, without cancellation. */
  private static double logCosh(double d) {
    double size = Math.abs(d);
    return size < 1
        ? Math.log1p(2 * Math.pow(Math.sinh(size / 2), 2))
        : size + Math.log1p(Math.exp(-2 * size)) - Math.log(2);
  }

  private static double cosineDistance(double[] y, double[] x, double[] w) {
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < y.length; i++) {
      xx += w[i] * x[i] * x[i];
      yy += w[i] * y[i] * y[i];
      xy += w[i] * x[i] * y[i];
    }
    return 1 - xy / Math.sqrt(xx * yy);
  }

  static List<Case> cases() {
    DoubleUnaryOperator same = z -> z;
    Term squared = (y, x) -> (y - x) * (y - x);
    Term absolute = (y, x) -> Math.abs(y - x);
    Term poisson = (y, x) -> y - x * Math.log(y);
    return List.of(
        new Case("MSE", new MeanSquaredErrorLoss(), new Linear(), same, mean(squared), 5, -1, 1),
        new Case(
            "MSE",
            new MeanSquaredErrorLoss(),
            new Gelu(),
            LossValuesTest::gelu,
            mean(squared),
            5,
            -1,
            1),
        new Case("MAE", new MeanAbsoluteErrorLoss(), new Linear(), same, mean(absolute), 5, -1, 1),
        new Case(
            "MAE", new MeanAbsoluteErrorLoss(), new Tanh(), Math::tanh, mean(absolute), 5, -1, 1),
        new Case(
            "Huber",
            new HuberLoss(0.7f),
            new Linear(),
            same,
            mean((y, x) -> huber(y - x, 0.7)),
            5,
            -1,
            1),
        new Case(
            "Huber",
            new HuberLoss(1),
            new Sigmoid(),
            LossValuesTest::sigmoid,
            mean((y, x) -> huber(y - x, 1)),
            9,
            -3,
            3),
        new Case(
            "LogCosh",
            new LogCoshLoss(),
            new Linear(),
            same,
            mean((y, x) -> logCosh(y - x)),
            5,
            -1,
            1),
        new Case(
            "Poisson",
            new PoissonLoss(),
            new Softplus(),
            LossValuesTest::softplus,
            mean(poisson),
            5,
            0,
            7),
        new Case(
            "Cosine",
            new CosineDistanceLoss(),
            new Linear(),
            same,
            LossValuesTest::cosineDistance,
            5,
            -1,
            1),
        new Case(
            "Cosine",
            new CosineDistanceLoss(),
            new Sigmoid(),
            LossValuesTest::sigmoid,
            LossValuesTest::cosineDistance,
            5,
            0,
            1));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isItsFormula(Case c) {
    check(c, 3, false);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isItsFormulaWithWeightsAndWithoutMissingValues(Case c) {
    check(c, 3, true);
  }

  private static void check(Case c, double range, boolean weighted) {
    SplittableRandom random = new SplittableRandom(3);
    int rows = 4;
    int n = rows * c.width;
    double[] z = random.doubles(n, -range, range).map(v -> (float) v).toArray();
    double[] x = random.doubles(n, c.low, c.high).map(v -> (float) v).toArray();
    double[] w = random.doubles(n, 0.1, 2).map(v -> (float) v).toArray();
    for (int i = 0; i < n; i++) {
      w[i] = !weighted ? 1 : i % 3 == 1 ? 0 : w[i];
    }
    Evaluated found = evaluate(c.loss, c.activation, floats(z), floats(x), floats(w), c.width);

    for (int r = 0; r < rows; r++) {
      int from = r * c.width;
      double[] rowX = Arrays.copyOfRange(x, from, from + c.width);
      double[] rowW = Arrays.copyOfRange(w, from, from + c.width);
      ToDoubleFunction<double[]> exact =
          at -> c.formula.of(Arrays.stream(at).map(c.inDouble).toArray(), rowX, rowW);
      double[] rowZ = Arrays.copyOfRange(z, from, from + c.width);
      double value = exact.applyAsDouble(rowZ);
      assertThat((double) found.rows[r]).isCloseTo(value, within(2e-6 * (1 + Math.abs(value))));
      for (int i = 0; i < c.width; i++) {
        double slope = slope(exact, rowZ, i);
        assertThat((double) found.gradient[from + i])
            .isCloseTo(0.5 * slope, within(3e-6 * (1 + Math.abs(slope))));
      }
    }
  }

  private static double slope(ToDoubleFunction<double[]> f, double[] at, int i) {
    double[] above = at.clone();
    double[] below = at.clone();
    above[i] += 1e-5;
    below[i] -= 1e-5;
    return (f.applyAsDouble(above) - f.applyAsDouble(below)) / 2e-5;
  }

  /** The largest pre-activations: finite, and right to a float's precision. */
  @ParameterizedTest
  @MethodSource("cases")
  void isItsFormulaAtExtremes(Case c) {
    for (double z : new double[] {-LARGEST, -300, -90, -40, -16.5, 16.5, 40, 90, 300, LARGEST}) {
      double[] pre = new double[c.width];
      double[] target = new double[c.width];
      for (int i = 0; i < c.width; i++) {
        pre[i] = i % 2 == 0 ? z : 0.5 * i;
        target[i] = c.low + (c.high - c.low) * i / c.width;
      }
      double[] ones = new double[c.width];
      Arrays.fill(ones, 1);
      Evaluated found =
          evaluate(c.loss, c.activation, floats(pre), floats(target), floats(ones), c.width);
      double value =
          c.name.equals("Poisson")
              ? poissonAtLogs(pre, target)
              : c.formula.of(Arrays.stream(pre).map(c.inDouble).toArray(), target, ones);

      assertThat((double) found.rows[0]).isCloseTo(value, within(3e-6 * (1 + Math.abs(value))));
      for (float g : found.gradient) {
        assertThat(g).isFinite();
      }
    }
  }

  /** softplus(z) is no double where z is below −745, but its logarithm is z. */
  private static double poissonAtLogs(double[] z, double[] x) {
    double sum = 0;
    for (int i = 0; i < z.length; i++) {
      double log = z[i] < -30 ? z[i] : Math.log(softplus(z[i]));
      sum += softplus(z[i]) - x[i] * log;
    }
    return sum / z.length;
  }

  @org.junit.jupiter.api.Test
  void poissonsGradientStaysRightWhereTheRateVanishes() {
    for (float z : new float[] {-1e4f, -200, -88, -87, -30, -16, -5, -1e-3f}) {
      float x = 3;
      Evaluated found =
          evaluate(
              new PoissonLoss(),
              new Softplus(),
              new float[] {z},
              new float[] {x},
              new float[] {1},
              1);
      double e = Math.exp(z);
      double exact = e < 1e-12 ? -x : sigmoid(z) * (1 - x / softplus(z));
      assertThat((double) found.gradient[0]).isCloseTo(0.5 * exact, within(2e-6));
    }
  }

  @org.junit.jupiter.api.Test
  void crossEntropyOfDistributions() {
    for (double scale : new double[] {1, 30, LARGEST}) {
      SplittableRandom random = new SplittableRandom(5);
      int width = 6;
      double[] z = random.doubles(width, -scale, scale).map(v -> (float) v).toArray();
      double[] x = random.doubles(width, 0, 0.3).map(v -> (float) v).toArray();
      Evaluated found =
          evaluate(
              new CategoricalCrossEntropyLoss(), new Softmax(), floats(z), floats(x), null, width);
      double most = Arrays.stream(z).max().orElseThrow();
      double log = most + Math.log(Arrays.stream(z).map(v -> Math.exp(v - most)).sum());
      double whole = Arrays.stream(x).sum();
      double value = 0;
      for (int i = 0; i < width; i++) {
        value += x[i] * (log - z[i]);
        double slope = Math.exp(z[i] - log) * whole - x[i];
        assertThat((double) found.gradient[i]).isCloseTo(0.5 * slope, within(1e-6));
      }
      assertThat((double) found.rows[0]).isCloseTo(value, within(1e-6 * (1 + value)));
    }
  }

  @org.junit.jupiter.api.Test
  void rowsWithoutADirectionHaveNoGradient() {
    Evaluated found =
        evaluate(
            new CosineDistanceLoss(),
            new Linear(),
            new float[] {1, 2, 0, 0},
            new float[] {0, 0, 1, 2},
            null,
            2);
    assertThat(found.rows).containsExactly(1, 1);
    assertThat(found.gradient).containsOnly(0);
  }

  /** Where nothing differs, nothing is to be learned. */
  @org.junit.jupiter.api.Test
  void theAbsoluteErrorHasNoSlopeAtItsCorner() {
    float[] x = {0.1f, -2, 1e-30f};
    Evaluated found =
        evaluate(new MeanAbsoluteErrorLoss(), new Linear(), x.clone(), x.clone(), null, 3);
    assertThat(found.rows[0]).isZero();
    assertThat(found.gradient).containsOnly(0);
  }

  /** Small differences are not lost to cancellation. */
  @org.junit.jupiter.api.Test
  void logCoshIsExactNearZero() {
    for (float d : new float[] {1e-6f, 1e-3f, 0.1f, 0.999f, 1, 1.001f, 4}) {
      Evaluated found =
          evaluate(
              new LogCoshLoss(), new Linear(), new float[] {d}, new float[1], new float[] {1}, 1);
      assertThat((double) found.rows[0]).isCloseTo(logCosh(d), within(2e-6 * logCosh(d)));
    }
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Evaluated(float[] rows, float[] gradient) {}

  /** With a scale of one half. */
  private static Evaluated evaluate(
      Loss loss,
      Activation activation,
      float[] z,
      float[] x,
      float @org.jspecify.annotations.Nullable [] w,
      int width) {
    int rows = z.length / width;
    float[] losses = new float[rows];
    float[] gradient = new float[z.length];
    LossTile tile = new LossTile(z, x, gradient, losses, loss.scratch(width), 0);
    tile.set(0, rows, width, 0.5f);
    if (w != null) {
      System.arraycopy(w, 0, tile.weights, 0, w.length);
      tile.setWeighted();
    }
    loss.evaluate(tile, activation);
    return new Evaluated(losses, gradient);
  }
}
