package io.venturi.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venturi.application.ImageQuality;
import io.venturi.kernel.Activation;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Sigmoid;
import io.venturi.spi.LossTile;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Structural similarity against the paper's formula, window by window, in double. */
class StructuralSimilarityTest {

  private static final double DEVIATION = 1.5;

  @ParameterizedTest
  @CsvSource({"9, 7, 1, 5", "7, 9, 3, 3", "11, 12, 2, 11", "5, 5, 1, 5"})
  void isItsFormula(int height, int width, int channels, int window) {
    check(height, width, channels, window, new Linear(), z -> z, 0, 1);
    check(height, width, channels, window, new Sigmoid(), z -> 1 / (1 + Math.exp(-z)), -3, 3);
  }

  private static void check(
      int height,
      int width,
      int channels,
      int window,
      Activation activation,
      DoubleUnaryOperator inDouble,
      double low,
      double high) {
    int n = height * width * channels;
    SplittableRandom random = new SplittableRandom(7);
    float[] z = floats(random, 2 * n, low, high);
    float[] x = floats(random, 2 * n, 0, 1);
    StructuralSimilarityLoss loss = loss(height, width, channels, window);
    LossTile tile =
        new LossTile(z.clone(), x.clone(), new float[2 * n], new float[2], loss.scratch(n), 0);
    tile.set(0, 2, n, 0.5f);

    loss.evaluate(tile, activation);

    for (int row = 0; row < 2; row++) {
      double[] at = new double[n];
      double[] target = new double[n];
      for (int i = 0; i < n; i++) {
        at[i] = z[row * n + i];
        target[i] = x[row * n + i];
      }
      double value = exact(at, target, inDouble, height, width, channels, window);
      assertThat((double) tile.rowLoss[row]).isCloseTo(value, within(1e-5));
      for (int i = 0; i < n; i += 3) {
        double middle = at[i];
        at[i] = middle + 1e-5;
        double above = exact(at, target, inDouble, height, width, channels, window);
        at[i] = middle - 1e-5;
        double below = exact(at, target, inDouble, height, width, channels, window);
        at[i] = middle;
        assertThat((double) tile.gradient[row * n + i])
            .isCloseTo(0.5 * (above - below) / 2e-5, within(5e-6));
      }
    }
  }

  /** What models are trained with is what they are measured by. */
  @Test
  void isOneLessTheSimilarityThatImageQualityMeasures() {
    SplittableRandom random = new SplittableRandom(3);
    float[] z = floats(random, 13 * 17 * 3, 0, 1);
    float[] x = floats(random, z.length, 0, 1);
    StructuralSimilarityLoss loss = loss(13, 17, 3, 11);
    LossTile tile =
        new LossTile(
            z.clone(), x.clone(), new float[z.length], new float[1], loss.scratch(z.length), 0);
    tile.set(0, 1, z.length, 1);

    loss.evaluate(tile, new Linear());

    double similarity = ImageQuality.of(new float[][] {x}, new float[][] {z}, 13, 17, 3).ssim();
    assertThat(1 - (double) tile.rowLoss[0]).isCloseTo(similarity, within(1e-5));
  }

  @Test
  void anImageIsLikeItself() {
    float[] x = floats(new SplittableRandom(1), 100, 0, 1);
    StructuralSimilarityLoss loss = loss(10, 10, 1, 7);
    LossTile tile =
        new LossTile(x.clone(), x.clone(), new float[100], new float[1], loss.scratch(100), 0);
    tile.set(0, 1, 100, 1);
    loss.evaluate(tile, new Linear());
    assertThat(tile.rowLoss[0]).isCloseTo(0, within(1e-6f));
    for (float g : tile.gradient) {
      assertThat(g).isCloseTo(0, within(1e-5f));
    }
  }

  @Test
  void staysFiniteAtExtremes() {
    for (float z : new float[] {-1e4f, 1e4f}) {
      float[] pre = floats(new SplittableRandom(2), 64, z - 1, z + 1);
      StructuralSimilarityLoss loss = loss(8, 8, 1, 7);
      LossTile tile =
          new LossTile(
              pre,
              floats(new SplittableRandom(1), 64, 0, 1),
              new float[64],
              new float[1],
              loss.scratch(64),
              0);
      tile.set(0, 1, 64, 1);
      loss.evaluate(tile, new Linear());
      assertThat(tile.rowLoss[0]).isBetween(0f, 2f);
      for (float g : tile.gradient) {
        assertThat(g).isFinite();
      }
    }
  }

  private static StructuralSimilarityLoss loss(int height, int width, int channels, int window) {
    return new StructuralSimilarityLoss(
        new ImageShape(height, width, channels),
        new GaussianWindow(window, DEVIATION),
        0.01f * 0.01f,
        0.03f * 0.03f);
  }

  private static double exact(
      double[] z,
      double[] x,
      DoubleUnaryOperator activation,
      int height,
      int width,
      int channels,
      int window) {
    double sum = 0;
    int places = 0;
    for (int channel = 0; channel < channels; channel++) {
      for (int top = 0; top + window <= height; top++) {
        for (int left = 0; left + window <= width; left++) {
          double total = 0;
          double ux = 0;
          double uy = 0;
          double xx = 0;
          double yy = 0;
          double xy = 0;
          for (int r = 0; r < window; r++) {
            for (int c = 0; c < window; c++) {
              double distance = Math.pow(r - window / 2, 2) + Math.pow(c - window / 2, 2);
              double w = Math.exp(-0.5 * distance / (DEVIATION * DEVIATION));
              int at = ((top + r) * width + left + c) * channels + channel;
              double y = activation.applyAsDouble(z[at]);
              total += w;
              ux += w * x[at];
              uy += w * y;
              xx += w * x[at] * x[at];
              yy += w * y * y;
              xy += w * x[at] * y;
            }
          }
          ux /= total;
          uy /= total;
          double sx = xx / total - ux * ux;
          double sy = yy / total - uy * uy;
          double sxy = xy / total - ux * uy;
          sum +=
              (2 * ux * uy + 1e-4)
                  * (2 * sxy + 9e-4)
                  / ((ux * ux + uy * uy + 1e-4) * (sx + sy + 9e-4));
          places++;
        }
      }
    }
    return 1 - sum / places;
  }

  private static float[] floats(SplittableRandom random, int n, double low, double high) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) random.nextDouble(low, high);
    }
    return values;
  }
}
