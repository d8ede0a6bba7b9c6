package io.venturi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InitializerTest {

  private static final int FAN_IN = 300;
  private static final int FAN_OUT = 200;

  /** The variance each paper asks for; uniform ones have bounds of √(3 · variance). */
  static List<Arguments> initializers() {
    return List.of(
        Arguments.of(new GlorotUniform(), 2.0 / (FAN_IN + FAN_OUT), true),
        Arguments.of(new GlorotNormal(), 2.0 / (FAN_IN + FAN_OUT), false),
        Arguments.of(new LeCunUniform(), 1.0 / FAN_IN, true),
        Arguments.of(new LeCunNormal(), 1.0 / FAN_IN, false),
        Arguments.of(new HeUniform(), 2.0 / FAN_IN, true),
        Arguments.of(new HeNormal(), 2.0 / FAN_IN, false));
  }

  private static float[] draw(Initializer initializer, long seed, int n) {
    float[] weights = new float[n];
    initializer.fill(weights, FAN_IN, FAN_OUT, new SplittableRandom(seed));
    return weights;
  }

  @ParameterizedTest
  @MethodSource("initializers")
  void hasTheMomentsOfItsDistribution(Initializer initializer, double variance, boolean uniform) {
    float[] weights = draw(initializer, 1, FAN_IN * FAN_OUT + 1);
    double sum = 0;
    double squares = 0;
    double fourths = 0;
    for (float w : weights) {
      assertThat(w).isFinite();
      sum += w;
      squares += (double) w * w;
      fourths += Math.pow(w, 4);
    }
    int n = weights.length;
    assertThat(sum / n).isCloseTo(0, within(4 * Math.sqrt(variance / n)));
    assertThat(squares / n).isCloseTo(variance, within(variance * 0.03));
    double kurtosis = fourths / n / (squares / n) / (squares / n);
    assertThat(kurtosis).isCloseTo(uniform ? 1.8 : 3.0, within(0.12));
  }

  @ParameterizedTest
  @MethodSource("initializers")
  void uniformOnesFillTheirIntervalAndNoMore(
      Initializer initializer, double variance, boolean uniform) {
    if (!uniform) {
      return;
    }
    double limit = Math.sqrt(3 * variance);
    double most = 0;
    for (float w : draw(initializer, 2, 60_000)) {
      most = Math.max(most, Math.abs(w));
    }
    assertThat(most).isBetween(0.999 * limit, limit * (1 + 1e-7));
  }

  @ParameterizedTest
  @MethodSource("initializers")
  void theSameSeedGivesTheSameBits(Initializer initializer, double variance, boolean uniform) {
    assertThat(draw(initializer, 3, 1001)).isEqualTo(draw(initializer, 3, 1001));
    assertThat(draw(initializer, 3, 1001)).isNotEqualTo(draw(initializer, 4, 1001));
  }

  @ParameterizedTest
  @CsvSource({"300,200", "200,300", "64,64", "1,5", "5,1"})
  void orthogonalMatricesHaveOrthonormalColumnsOrRows(int rows, int columns) {
    float[] weights = new float[rows * columns];
    new Orthogonal().fill(weights, rows, columns, new SplittableRandom(5));
    int count = Math.min(rows, columns);
    for (int a = 0; a < count; a++) {
      for (int b = 0; b <= a; b++) {
        double dot = 0;
        for (int i = 0; i < Math.max(rows, columns); i++) {
          dot +=
              rows >= columns
                  ? weights[i * columns + a] * weights[i * columns + b]
                  : weights[a * columns + i] * weights[b * columns + i];
        }
        assertThat(dot).as("%s, %s", a, b).isCloseTo(a == b ? 1 : 0, within(2e-6));
      }
    }
  }

  /** Uniform over all orthogonal matrices: no entry and no sign is preferred. */
  @Test
  void orthogonalMatricesAreUniformlyDistributed() {
    int draws = 4000;
    double[] sums = new double[9];
    double[] squares = new double[9];
    double traces = 0;
    SplittableRandom random = new SplittableRandom(6);
    for (int draw = 0; draw < draws; draw++) {
      float[] weights = new float[9];
      new Orthogonal().fill(weights, 3, 3, random);
      for (int i = 0; i < 9; i++) {
        sums[i] += weights[i];
        squares[i] += weights[i] * weights[i];
      }
      traces += Math.pow(weights[0] + weights[4] + weights[8], 2);
    }
    for (int i = 0; i < 9; i++) {
      assertThat(sums[i] / draws).isCloseTo(0, within(4 * Math.sqrt(1.0 / 3 / draws)));
      assertThat(squares[i] / draws).isCloseTo(1.0 / 3, within(0.025));
    }
    assertThat(traces / draws).isCloseTo(1, within(0.1)); // E[tr²] over O(n) is 1.
  }

  /** In a convolution the fans are other numbers than rows and columns. */
  @Test
  void orthogonalGoesByRowsAndOthersByFans() {
    float[] matrix = new float[12];
    float[] filters = new float[12];
    new Orthogonal().fill(matrix, 4, 3, new SplittableRandom(5));
    new Orthogonal().fill(filters, 4, 7, 8, new SplittableRandom(5));
    assertThat(filters).isEqualTo(matrix);
    new GlorotUniform().fill(matrix, 7, 8, new SplittableRandom(5));
    new GlorotUniform().fill(filters, 4, 7, 8, new SplittableRandom(5));
    assertThat(filters).isEqualTo(matrix);
  }

  @Test
  void orthogonalRefusesWhatIsNoMatrix() {
    assertThatThrownBy(() -> new Orthogonal().fill(new float[7], 3, 2, new SplittableRandom(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("7 weights are no rows of 3");
  }
}
