package io.venturi.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuantilesTest {

  @Test
  void liesBetweenTheNearestTwoAsInNumPy() {
    double[] values = {3, 1, 4, 1.5, 9};
    assertThat(Quantiles.of(values, 0)).isEqualTo(1);
    assertThat(Quantiles.of(values, 1)).isEqualTo(9);
    assertThat(Quantiles.of(values, 0.25)).isEqualTo(1.5);
    assertThat(Quantiles.of(values, 0.9)).isEqualTo(7, within(1e-12));
    assertThat(values).containsExactly(3, 1, 4, 1.5, 9);
  }

  @Test
  void mediansOfEvenNumbersLieHalfWay() {
    assertThat(Quantiles.median(new double[] {4, 1, 2, 100})).isEqualTo(3);
    assertThat(Quantiles.median(new double[] {4})).isEqualTo(4);
  }

  @Test
  void infiniteValuesHaveAnOrder() {
    double infinite = Double.POSITIVE_INFINITY;
    assertThat(Quantiles.of(new double[] {1, 2, infinite}, 0.5)).isEqualTo(2);
    assertThat(Quantiles.of(new double[] {1, infinite, infinite}, 0.75)).isEqualTo(infinite);
  }

  @Test
  void refusesWhatHasNone() {
    assertThatThrownBy(() -> Quantiles.median(new double[0]))
        .hasMessage("No values have no quantiles.");
    assertThatThrownBy(() -> Quantiles.median(new double[] {Double.NaN, 1}))
        .hasMessage("Values that are NaN have no order.");
    assertThatThrownBy(() -> Quantiles.of(new double[] {1}, Double.NaN))
        .hasMessage("A share of NaN is not between 0 and 1.");
  }
}
