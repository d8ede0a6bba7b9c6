package io.venturi.processor.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far a name is from another. */
class SuggestionsTest {

  @ParameterizedTest
  @CsvSource({
    "Relu, Relu, 0",
    "Relu, Rleu, 1",
    "Bottleneck, Bottelneck, 1",
    "MeanSquaredError, MeanSquareError, 1",
    "Mirrored, Mirored, 1",
    "Dense, Dance, 2",
    "Tanh, Relu, 4",
  })
  void distanceCountsSlips(String meant, String written, int slips) {
    assertThat(Suggestions.distance(meant, written)).isEqualTo(slips);
  }
}
