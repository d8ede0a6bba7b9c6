package io.venturi.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

  private static float parse(String text) {
    char[] padded = ("9" + text + "9").toCharArray();
    return Decimals.parse(padded, 1, text.length());
  }

  /** Where it says anything, it says what the JDK does. */
  private static int check(String text) {
    float value = parse(text);
    if (Float.isNaN(value)) {
      return 0;
    }
    assertThat(Float.floatToRawIntBits(value))
        .as(text)
        .isEqualTo(Float.floatToRawIntBits(Float.parseFloat(text)));
    return 1;
  }

  @Test
  void agreesWithTheJdkOnWhateverNumbers() {
    SplittableRandom random = new SplittableRandom(1);
    int read = 0;
    int tries = 200_000;
    for (int i = 0; i < tries; i++) {
      double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-12, 12));
      read += check(String.format(Locale.ROOT, "%." + random.nextInt(9) + "f", value));
      read += check(Float.toString((float) value));
      check(Double.toString(value));
      check(random.nextInt(100_000) + "e" + random.nextInt(-60, 60));
    }
    assertThat(read).isGreaterThan(tries * 3 / 2);
  }

  /** The middle between two floats, and the nearest numbers on either side of it. */
  @Test
  void roundsOnce() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 100_000; i++) {
      float low = random.nextInt(1 << 23, 1 << 24) * (float) Math.pow(2, random.nextInt(-20, 4));
      double middle = ((double) low + Math.nextUp(low)) / 2;
      java.math.BigDecimal exact = new java.math.BigDecimal(middle);
      for (int digits = 8; digits <= 15; digits++) {
        java.math.MathContext cut = new java.math.MathContext(digits);
        check(exact.round(cut).toPlainString());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        "-.",
        "e5",
        ".e5",
        "1e",
        "1e+",
        "1e-",
        "1e100",
        "1f",
        "0x1p3",
        "1_0",
        "1 ",
        " 1",
        "+1",
        "NaN",
        "Infinity",
        "1.2.3",
        "--1",
        "1-",
        "1e5.",
        "1,5",
        "1e99999999999",
        "1234567890123456",
        "3.5e38",
        "1e-40",
        "1\0",
        "١"
      })
  void saysNothingOfOthers(String text) {
    assertThat(parse(text)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "0.0",
        "-0.000",
        "1",
        "1.",
        ".5",
        "-.5",
        "1e5",
        "1E-5",
        "2.5e+07",
        "000000000000000000001",
        "0.00000000000000000001",
        "123456789012345",
        "16777217",
        "3.4e38",
        "1.17549435e-38"
      })
  void readsTheseAsTheJdkDoes(String text) {
    check(text);
  }

  @Test
  void readsTheUsualOnes() {
    assertThat(parse("0.12345")).isEqualTo(0.12345f);
    assertThat(parse("-17")).isEqualTo(-17f);
    assertThat(parse("1e-3")).isEqualTo(0.001f);
    assertThat(parse("-0")).isEqualTo(-0f);
    assertThat(parse("1.")).isEqualTo(1f);
  }
}
