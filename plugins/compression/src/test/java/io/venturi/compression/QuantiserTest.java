package io.venturi.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuantiserTest {

  @Test
  void stepsAddTheSameErrorWhateverTheDecoderAnswers() {
    double[] mean = {0, 9.95, 0, 3};
    double[] low = {-2, 9, -1, 3};
    double[] high = {2, 11, 1, 3};
    double[] response = {1, 16, 0, 0};

    Quantiser[] made =
        Quantiser.of(new CodeStatistics(mean, low, high, response), Quantisation.bits(4));

    // The second is widest by what it does: 2 · 4 in 15 steps.
    assertThat(made[1].levels()).isEqualTo(16);
    assertThat((double) made[1].step()).isCloseTo(2 / 15.0, within(1e-6));
    assertThat(made[0].step()).isCloseTo(4 * made[1].step(), within(1e-6f));
    assertThat(made[2]).isEqualTo(new Quantiser(1, 0, 1, 0));
    assertThat(made[3]).isEqualTo(new Quantiser(1, 3, 1, 0));
  }

  @Test
  void aLevelLiesAtTheMeanAndNumbersAreHalfAStepFromTheirs() {
    Quantiser quantiser =
        Quantiser.of(
            new CodeStatistics(
                new double[] {0.3}, new double[] {-1}, new double[] {2}, new double[] {1}),
            Quantisation.bits(3))[0];
    assertThat(quantiser.number(quantiser.index(0.3f))).isEqualTo(0.3f);
    for (float x = -1; x <= 2; x += 0.01f) {
      assertThat(quantiser.number(quantiser.index(x)))
          .isCloseTo(x, within(quantiser.step() / 2 * 1.0001f));
    }
  }
}
