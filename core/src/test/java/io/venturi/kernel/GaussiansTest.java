package io.venturi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the numbers are normally distributed, and independent of one another. */
class GaussiansTest {

  private static final int N = 1_000_000;

  private static float[] draws(long seed) {
    float[] values = new float[N];
    Gaussians.fill(values, N, seed, 0);
    return values;
  }

  /** The largest distance between the distributions; 1.95 / √n is passed once in a thousand. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, -7, 0x9e37_79b9_7f4a_7c15L})
  void passesKolmogorovAndSmirnovsTest(long seed) {
    float[] values = draws(seed);
    Arrays.sort(values);
    double most = 0;
    for (int i = 0; i < N; i++) {
      double below = normalBelow(values[i]);
      most = Math.max(most, Math.max((i + 1.0) / N - below, below - (double) i / N));
    }
    assertThat(most).isLessThan(1.95 / Math.sqrt(N));
  }

  /** Anderson and Darling's statistic, which looks at the tails; 6 is passed once in a thousand. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, -7})
  void passesAndersonAndDarlingsTest(long seed) {
    float[] values = draws(seed);
    Arrays.sort(values);
    double sum = 0;
    for (int i = 0; i < N; i++) {
      double own = normalBelow(values[i]);
      double mirrored = normalBelow(-values[N - 1 - i]);
      sum += (2.0 * i + 1) * (Math.log(own) + Math.log(mirrored));
    }
    assertThat(-N - sum / N).isLessThan(6);
  }

  /** Within five standard errors. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, -7})
  void hasTheMomentsAndTailsOfANormalDistribution(long seed) {
    double[] moments = new double[5];
    int[] beyond = new int[5];
    for (float value : draws(seed)) {
      for (int k = 1; k < 5; k++) {
        moments[k] += Math.pow(value, k) / N;
        beyond[k] += Math.abs(value) > k ? 1 : 0;
      }
    }
    double error = 5 / Math.sqrt(N);
    assertThat(moments[1]).isCloseTo(0, within(error));
    assertThat(moments[2]).isCloseTo(1, within(error * Math.sqrt(2)));
    assertThat(moments[3]).isCloseTo(0, within(error * Math.sqrt(15)));
    assertThat(moments[4]).isCloseTo(3, within(error * Math.sqrt(96)));
    for (int k = 1; k < 5; k++) {
      double share = 2 * normalBelow(-k);
      assertThat((double) beyond[k] / N)
          .isCloseTo(share, within(error * Math.sqrt(share * (1 - share))));
    }
  }

  /** At places near one another, at those of a row apart, and in streams near one another. */
  @Test
  void neighboursHaveNothingToDoWithOneAnother() {
    float[] values = draws(5);
    float[] other = draws(6);
    double error = 5 / Math.sqrt(N);
    for (int lag : new int[] {1, 2, 3, 4, 8, 64, 256, 784, 4096}) {
      double product = 0;
      double squares = 0;
      for (int i = lag; i < N; i++) {
        product += (double) values[i] * values[i - lag] / N;
        squares +=
            ((double) values[i] * values[i] - 1)
                * ((double) values[i - lag] * values[i - lag] - 1)
                / N;
      }
      assertThat(product).as("lag %d", lag).isCloseTo(0, within(error));
      assertThat(squares).as("squares, lag %d", lag).isCloseTo(0, within(2 * error));
    }
    double across = 0;
    for (int i = 0; i < N; i++) {
      across += (double) values[i] * other[i] / N;
    }
    assertThat(across).isCloseTo(0, within(error));
  }

  @Test
  void dependsOnSeedAndPlaceAlone() {
    float[] whole = draws(9);
    float[] part = new float[1000];
    Gaussians.fill(part, 1000, 9, 5003);
    assertThat(part).isEqualTo(Arrays.copyOfRange(whole, 5003, 6003));
    assertThat(Gaussians.at(9, 17)).isEqualTo(whole[17]);
    float[] some = {1, 2, 3};
    Gaussians.fill(some, 2, 9, 0);
    assertThat(some[2]).isEqualTo(3);
  }

  /** By the continued fraction far out and the series near 0; to 1e-12. */
  private static double normalBelow(double x) {
    double size = Math.abs(x);
    double density = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
    double upper;
    if (size > 3) {
      double fraction = size;
      for (int k = 60; k >= 1; k--) {
        fraction = size + k / fraction;
      }
      upper = density / fraction;
    } else {
      double term = size;
      double sum = size;
      for (int k = 1; k < 100; k++) {
        term *= size * size / (2 * k + 1);
        sum += term;
      }
      upper = 0.5 - density * sum;
    }
    return x > 0 ? 1 - upper : upper;
  }
}
