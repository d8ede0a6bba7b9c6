package io.venturi.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.error.SpecException;
import io.venturi.spi.Corruption;
import io.venturi.spi.StepContext;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every noise: its distribution, its seed, and that it does not depend on how a batch is cut. */
class NoiseTest {

  private static final int WIDTH = 100;
  private static final int ROWS = 10_000;
  private static final Clip NO_CLIP = new Clip(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);

  static List<Corruption> noises() {
    return List.of(
        new GaussianCorruption(0.3f, NO_CLIP),
        new GaussianCorruption(0.3f, new Clip(0, 1)),
        new UniformCorruption(0.5f, NO_CLIP),
        new SpeckleCorruption(0.2f, NO_CLIP),
        new MaskingCorruption(Uniforms.threshold(0.3), 0, 1),
        new MaskingCorruption(Uniforms.threshold(0.3), 0, 1 / 0.7f),
        new SaltAndPepperCorruption(Uniforms.threshold(0.2), 0, 1));
  }

  private static float[] noisy(Corruption noise, float clean, long seed) {
    float[] values = new float[ROWS * WIDTH];
    Arrays.fill(values, clean);
    noise.corrupt(values, ROWS, WIDTH, 0, StepContext.outsideTraining(seed));
    return values;
  }

  @ParameterizedTest
  @MethodSource("noises")
  void dependsOnTheSeedAndTheRowsPlaceAlone(Corruption noise) {
    float[] whole = noisy(noise, 0.5f, 7);

    assertThat(noisy(noise, 0.5f, 7)).isEqualTo(whole);
    assertThat(noisy(noise, 0.5f, 8)).isNotEqualTo(whole);
    int first = 0;
    for (int rows : new int[] {1, 64, 3, 999}) {
      float[] part = new float[rows * WIDTH];
      Arrays.fill(part, 0.5f);
      noise.corrupt(part, rows, WIDTH, first, StepContext.outsideTraining(7));
      assertThat(part).isEqualTo(Arrays.copyOfRange(whole, first * WIDTH, (first + rows) * WIDTH));
      first += rows;
    }
  }

  @ParameterizedTest
  @MethodSource("noises")
  void leavesRowsThatAreNotMeantAlone(Corruption noise) {
    float[] values = new float[10 * WIDTH];
    Arrays.fill(values, 0.5f);
    noise.corrupt(values, 3, WIDTH, 0, StepContext.outsideTraining(1));
    assertThat(Arrays.copyOfRange(values, 3 * WIDTH, values.length)).containsOnly(0.5f);
    assertThat(Arrays.copyOf(values, 3 * WIDTH)).isNotEqualTo(Arrays.copyOfRange(values, 300, 600));
  }

  @Test
  void gaussianNoiseIsAddedAndClipped() {
    float[] plain = noisy(new GaussianCorruption(0.3f, NO_CLIP), 0.5f, 1);
    float[] clipped = noisy(new GaussianCorruption(0.3f, new Clip(0, 1)), 0.5f, 1);

    assertMoments(plain, 0.5, 0.3);
    for (int i = 0; i < plain.length; i++) {
      assertThat(clipped[i]).isEqualTo(Math.max(0, Math.min(1, plain[i])));
    }
    assertThat(clipped).contains(0f).contains(1f);
  }

  @Test
  void uniformNoiseStaysWithinItsLimit() {
    float[] values = noisy(new UniformCorruption(0.5f, NO_CLIP), 2, 1);
    assertMoments(values, 2, 0.5 / Math.sqrt(3));
    for (float value : values) {
      assertThat(value).isBetween(1.5f, 2.5f);
    }
  }

  @Test
  void speckleGrowsWithTheValue() {
    assertMoments(noisy(new SpeckleCorruption(0.2f, NO_CLIP), 3, 1), 3, 0.6);
    assertThat(noisy(new SpeckleCorruption(0.2f, NO_CLIP), 0, 1)).containsOnly(0);
  }

  @Test
  void maskingMasksItsFraction() {
    float[] values = noisy(new MaskingCorruption(Uniforms.threshold(0.3), -2, 1), 0.5f, 1);
    assertShare(values, -2, 0.3);
    assertShare(values, 0.5f, 0.7);
    assertThat(noisy(new MaskingCorruption(Uniforms.threshold(0), -2, 1), 0.5f, 1))
        .containsOnly(0.5f);
  }

  @Test
  void dropoutNoiseKeepsTheExpectedValue() {
    float[] values = noisy(new MaskingCorruption(Uniforms.threshold(0.2), 0, 1.25f), 1, 1);
    assertShare(values, 0, 0.2);
    assertShare(values, 1.25f, 0.8);
  }

  @Test
  void saltAndPepperAreAlikeOften() {
    float[] values = noisy(new SaltAndPepperCorruption(Uniforms.threshold(0.2), -1, 2), 0.5f, 1);
    assertShare(values, -1, 0.1);
    assertShare(values, 2, 0.1);
    assertShare(values, 0.5f, 0.8);
  }

  @Test
  void anIntervalHasItsEndsInOrder() {
    assertThatThrownBy(() -> Clip.of("GaussianNoise", 1, 0))
        .isInstanceOf(SpecException.class)
        .hasMessage("[AE-230] min of @GaussianNoise is 1.0, but must be below its max, 0.0.");
  }

  /** Within five standard errors. */
  private static void assertMoments(float[] values, double mean, double deviation) {
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      sum += value;
      squares += (value - mean) * (value - mean);
    }
    int n = values.length;
    assertThat(sum / n).isCloseTo(mean, within(5 * deviation / Math.sqrt(n)));
    assertThat(Math.sqrt(squares / n)).isCloseTo(deviation, within(5 * deviation / Math.sqrt(n)));
  }

  private static void assertShare(float[] values, float wanted, double share) {
    int count = 0;
    for (float value : values) {
      count += value == wanted ? 1 : 0;
    }
    double error = Math.sqrt(share * (1 - share) / values.length);
    assertThat((double) count / values.length).isCloseTo(share, within(5 * error));
  }
}
