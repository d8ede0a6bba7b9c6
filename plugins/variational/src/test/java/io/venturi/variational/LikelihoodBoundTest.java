package io.venturi.variational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LikelihoodBoundTest {

  private static double importanceWeighted(double... logWeights) {
    LikelihoodBound bound = new LikelihoodBound.ImportanceWeighted(2);
    for (double w : logWeights) {
      bound.add(0, 5, 1); // Of another row.
      bound.add(1, 3, w + 3);
    }
    return bound.of(1, logWeights.length, 7);
  }

  @Test
  void evidenceIsTheMeanLossAndTheDivergence() {
    LikelihoodBound bound = new LikelihoodBound.Evidence(2);
    bound.add(1, 2, 100);
    bound.add(1, 5, -100);
    assertThat(bound.of(1, 2, 7)).isEqualTo(10.5);
  }

  @Test
  void theSumIsThatOfExponentials() {
    double[] weights = {-2, 0.5, 0.5, -1, 3, 1};
    double sum = 0;
    for (double w : weights) {
      sum += Math.exp(w);
    }
    assertThat(importanceWeighted(weights)).isCloseTo(-Math.log(sum / 6), within(1e-14));
  }

  /** Rows of images have log-likelihoods of some thousands. */
  @Test
  void nothingOverflowsOrVanishes() {
    assertThat(importanceWeighted(-5000, -5000)).isEqualTo(5000);
    assertThat(importanceWeighted(-5000, 5000)).isCloseTo(Math.log(2) - 5000, within(1e-9));
    assertThat(importanceWeighted(5000, -5000)).isCloseTo(Math.log(2) - 5000, within(1e-9));
    double none = Double.NEGATIVE_INFINITY;
    assertThat(importanceWeighted(none, none)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(importanceWeighted(none, 0)).isCloseTo(Math.log(2), within(1e-14));
    assertThat(importanceWeighted(0, Double.NaN, 0)).isNaN();
  }
}
