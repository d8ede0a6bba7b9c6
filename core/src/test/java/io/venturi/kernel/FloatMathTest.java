package io.venturi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FloatMathTest {

  @Test
  void findsWhatIsNotFiniteAnywhereAndNowhereElse() {
    float[] values = new float[13];
    for (float odd : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      for (int at = 0; at < values.length; at++) {
        Arrays.fill(values, at % 2 == 0 ? Float.MAX_VALUE : -0f);
        values[at] = odd;
        assertThat(FloatMath.areFinite(values, 2, 9)).isEqualTo(at < 2 || at >= 11);
        assertThat(FloatMath.areFinite(values, at, 0)).isTrue();
      }
    }
  }
}
