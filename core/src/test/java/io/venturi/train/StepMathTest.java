package io.venturi.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside StrictMath's, which are right to the last bit but one. */
class StepMathTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5, 0.9, 0.95, 0.999, 0.9999999, 1, 1.01, 3})
  void powers(double base) {
    for (long exponent : new long[] {0, 1, 2, 3, 10, 63, 64, 999, 12_345, 1_000_000}) {
      double expected = StrictMath.pow(base, (double) exponent);
      double power = StepMath.power(base, exponent);
      if (Double.isInfinite(expected)) {
        assertThat(power).isEqualTo(expected);
      } else {
        double error = expected * 2e-16 * exponent + Double.MIN_NORMAL;
        assertThat(power).as("%s^%s", base, exponent).isCloseTo(expected, within(error));
      }
    }
  }

  @Test
  void theFirstPowersAreExact() {
    assertThat(StepMath.power(0.9, 0)).isEqualTo(1);
    assertThat(StepMath.power(0.9, 1)).isEqualTo(0.9);
    assertThat(StepMath.power(0.999, 2)).isEqualTo(0.999 * 0.999);
    assertThat(StepMath.power(0.5, Long.MAX_VALUE)).isZero();
  }

  @Test
  void fallsAlongACosine() {
    assertThat(StepMath.fallingCosine(0)).isEqualTo(1);
    for (int i = 0; i <= 1000; i++) {
      double share = i / 1000.0;
      double expected = (1 + StrictMath.cos(StrictMath.PI * share)) / 2;
      assertThat(StepMath.fallingCosine(share))
          .isCloseTo(expected, within(4e-16))
          .isBetween(0.0, 1.0);
    }
  }
}
