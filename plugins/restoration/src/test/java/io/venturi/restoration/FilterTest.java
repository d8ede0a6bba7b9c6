package io.venturi.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {

  @ParameterizedTest
  @CsvSource({
    "0, 3, 0",
    "2, 3, 2",
    "-1, 3, 0",
    "-2, 3, 1",
    "-3, 3, 2",
    "-4, 3, 2",
    "-6, 3, 0",
    "-7, 3, 0",
    "3, 3, 2",
    "5, 3, 0",
    "6, 3, 0",
    "-5, 1, 0",
    "7, 1, 0"
  })
  void imagesGoOnAsTheirMirrorImages(int place, int size, int pixel) {
    assertThat(Edges.mirrored(place, size)).isEqualTo(pixel);
  }

  @Test
  void refusesSettingsThatAreNone() {
    assertThatThrownBy(() -> Filter.median(4))
        .hasMessage("[AE-230] the window of a median is 4, but must be an odd number above 0.");
    assertThatThrownBy(() -> Filter.gaussian(Double.NaN))
        .hasMessage(
            "[AE-230] the deviation of a Gaussian in pixels is NaN, but must be above 0 and at most"
                + " 1,000.");
    assertThatThrownBy(Baseline::bestOf)
        .hasMessage("A baseline needs a filter, or several to choose from.");
  }

  @Test
  void medians() {
    float[] image = {
      9, 1, 2,
      3, 4, 5,
      6, 7, 8
    };
    // At the first pixel 9 9 1, 9 9 1, 3 3 4; at the second 9 1 2, 9 1 2, 3 4 5; and so on.
    assertThat(Filter.median(3).apply(image, 3, 3, 1)).containsExactly(4, 3, 2, 6, 5, 5, 6, 6, 7);
  }

  @Test
  void mediansOfChannelsDoNotMix() {
    float[] image = {1, 10, 100, 2, 20, 200, 3, 30, 300};
    assertThat(Filter.median(3).apply(image, 1, 3, 3))
        .containsExactly(1, 10, 100, 2, 20, 200, 3, 30, 300);
    // Twice 1, twice 2, once 3: of five columns, all seen alike in five lines.
    assertThat(Filter.median(5).apply(image, 3, 1, 3)).startsWith(2, 20, 200);
  }

  @Test
  void aWindowMayBeLargerThanTheImage() {
    assertThat(Filter.median(7).apply(new float[] {0.25f}, 1, 1, 1)).containsExactly(0.25f);
    assertThat(Filter.gaussian(3).apply(new float[] {0.25f}, 1, 1, 1)[0])
        .isCloseTo(0.25f, within(1e-7f));
  }

  @Test
  void gaussians() {
    // e⁻⁸, e⁻², 1, e⁻², e⁻⁸, divided by their sum 1.271341.
    float[] across = Filter.gaussian(0.5).apply(new float[] {1, 0, 0}, 1, 3, 1);
    assertThat(across[0]).isCloseTo(0.893021f, within(1e-6f));
    assertThat(across[1]).isCloseTo(0.106715f, within(1e-6f));
    assertThat(across[2]).isCloseTo(0.000264f, within(1e-6f));
    assertThat(Filter.gaussian(0.5).apply(new float[] {1, 0, 0}, 3, 1, 1)).containsExactly(across);
    float[] both = Filter.gaussian(0.5).apply(new float[] {1, 0, 0, 0, 0, 0, 0, 0, 0}, 3, 3, 1);
    for (int i = 0; i < both.length; i++) {
      assertThat(both[i]).isCloseTo(across[i / 3] * across[i % 3], within(1e-7f));
    }
  }

  @Test
  void gaussiansOfChannelsDoNotMix() {
    float[] grey = {0, 1, 0, 0.5f, 1, 0};
    float[] plain = Filter.gaussian(1).apply(grey, 2, 3, 1);
    float[] colour = new float[18];
    for (int i = 0; i < 6; i++) {
      colour[3 * i] = grey[i];
      colour[3 * i + 2] = 2 * grey[i];
    }
    float[] result = Filter.gaussian(1).apply(colour, 2, 3, 3);
    for (int i = 0; i < 6; i++) {
      assertThat(result[3 * i]).isEqualTo(plain[i]);
      assertThat(result[3 * i + 1]).isZero();
      assertThat(result[3 * i + 2]).isEqualTo(2 * plain[i]);
    }
  }

  /** As scipy.ndimage 1.17 has it: gaussian_filter and median_filter with mode='reflect'. */
  @Test
  void asAnotherImplementation() {
    float[] image = new float[20];
    for (int i = 0; i < image.length; i++) {
      image[i] = 7 * i % 11 / 10f;
    }
    float[] blurred = Filter.gaussian(1).apply(image, 4, 5, 1);
    double[] wanted = {
      0.292374, 0.447748, 0.538955, 0.61215, 0.666082,
      0.340544, 0.448835, 0.507618, 0.554736, 0.641955,
      0.384274, 0.431388, 0.49767, 0.523077, 0.569903,
      0.433864, 0.448309, 0.525176, 0.500072, 0.43527
    };
    for (int i = 0; i < wanted.length; i++) {
      assertThat(blurred[i]).isCloseTo((float) wanted[i], within(2e-6f));
    }
    assertThat(Filter.median(5).apply(image, 4, 5, 1))
        .containsExactly(
            0.4f, 0.3f, 0.5f, 0.7f, 0.6f, 0.4f, 0.4f, 0.5f, 0.6f, 0.6f, 0.4f, 0.5f, 0.5f, 0.5f,
            0.5f, 0.4f, 0.4f, 0.5f, 0.5f, 0.5f);
  }
}
