package io.venturi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

  /** Quantiles of beta distributions, as scipy.stats 1.17 has them. */
  @ParameterizedTest
  @CsvSource({
    "1, 10, 0.0025285785, 0.4450161170",
    "3, 7, 0.0989882784, 0.8159484324",
    "30, 1000, 0.0203304857, 0.0425514025",
    "9999, 60000, 0.1636759699, 0.1696563090"
  })
  void isThatOfClopperAndPearson(int successes, int trials, double low, double high) {
    Interval interval = new Proportion(successes, trials).interval();
    assertThat(interval.low()).isEqualTo(low, within(1e-10));
    assertThat(interval.high()).isEqualTo(high, within(1e-10));
  }

  @Test
  void isNoPointWhereAllEndedAlike() {
    assertThat(new Proportion(40, 40).interval().low()).isEqualTo(0.9119027, within(1e-7));
    assertThat(new Proportion(40, 40).interval().high()).isEqualTo(1);
    assertThat(new Proportion(0, 40).interval().low()).isZero();
    assertThat(new Proportion(0, 40).interval().high()).isEqualTo(0.0880973, within(1e-7));
    // By hand: a probability that fails 2.5 % of the time to happen once.
    assertThat(new Proportion(1, 1).interval().low()).isEqualTo(0.025, within(1e-12));
  }

  @Test
  void isWiderForMoreConfidence() {
    Interval interval = new Proportion(0, 1).interval(0.9);
    assertThat(interval.high()).isEqualTo(0.95, within(1e-12));
    assertThat(new Proportion(2_000_000_000, 2_147_483_647).value()).isEqualTo(0.931, within(1e-3));
  }

  @Test
  void refusesCountsThatAreNone() {
    assertThatThrownBy(() -> new Proportion(0, 0)).hasMessage("0 of 0 is no proportion.");
    assertThatThrownBy(() -> new Proportion(-1, 3)).hasMessage("-1 of 3 is no proportion.");
    assertThatThrownBy(() -> new Proportion(4, 3)).hasMessage("4 of 3 is no proportion.");
    assertThatThrownBy(() -> new Proportion(1, 3).interval(95))
        .hasMessage("A confidence of 95.0 is not between 0 and 1, such as 0.95.");
  }
}
