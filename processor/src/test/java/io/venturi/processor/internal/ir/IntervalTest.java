package io.venturi.processor.internal.ir;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntervalTest {

  private static final Interval UNIT = Interval.closed(0, 1);
  private static final Interval OPEN = new Interval(0, 1, true, true);

  @Test
  void containsItsEndsUnlessTheyAreExclusive() {
    assertThat(UNIT.contains(0)).isTrue();
    assertThat(UNIT.contains(1)).isTrue();
    assertThat(UNIT.contains(1.01)).isFalse();
    assertThat(OPEN.contains(0)).isFalse();
    assertThat(OPEN.contains(1)).isFalse();
    assertThat(OPEN.contains(0.5)).isTrue();
  }

  @Test
  void containsNumbersAlone() {
    assertThat(Interval.ALL.contains(Double.NaN)).isFalse();
    assertThat(Interval.ALL.contains(POSITIVE_INFINITY)).isFalse();
    assertThat(Interval.ALL.contains(NEGATIVE_INFINITY)).isFalse();
    assertThat(Interval.ALL.contains(Double.MAX_VALUE)).isTrue();
  }

  @Test
  void enclosesWhatLiesWithin() {
    assertThat(UNIT.encloses(UNIT)).isTrue();
    assertThat(UNIT.encloses(OPEN)).isTrue();
    assertThat(OPEN.encloses(UNIT)).isFalse();
    assertThat(Interval.ALL.encloses(UNIT)).isTrue();
    assertThat(UNIT.encloses(Interval.ALL)).isFalse();
    assertThat(UNIT.encloses(Interval.closed(0, POSITIVE_INFINITY))).isFalse();
  }

  @Test
  void isWrittenAsInMathematics() {
    assertThat(UNIT).hasToString("[0, 1]");
    assertThat(OPEN).hasToString("(0, 1)");
    assertThat(Interval.ALL).hasToString("(-∞, ∞)");
    assertThat(new Interval(0.5, POSITIVE_INFINITY, false, false)).hasToString("[0.5, ∞)");
    assertThat(new Interval(NEGATIVE_INFINITY, 2, false, true)).hasToString("(-∞, 2)");
  }
}
