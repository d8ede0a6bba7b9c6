package io.venturi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {

  @Test
  void theMiddleOneOrTheMeanOfTheTwoInTheMiddle() {
    double[] three = {3, 1, 2};

    assertThat(Median.of(three)).isEqualTo(2);
    assertThat(three).containsExactly(3, 1, 2);
    assertThat(Median.of(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(2.5);
  }

  @Test
  void nothingHasNoMedian() {
    assertThatThrownBy(() -> Median.of()).isInstanceOf(IllegalArgumentException.class);
  }
}
