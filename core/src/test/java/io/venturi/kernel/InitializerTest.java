package io.venturi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InitializerTest {

  private static final int FAN_IN = 300;
  private static final int FAN_OUT = 200;

  /** The variance each paper asks for; uniform ones have bounds of √(3 · variance). */
  static List<Arguments> initializers() {
    return List.of(
        Arguments.of(new GlorotUniform(), 2.0 / (FAN_IN + FAN_OUT), true),
        Arguments.of(new GlorotNormal(), 2.0 / (FAN_IN + FAN_OUT), false),
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
}
