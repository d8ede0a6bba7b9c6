package io.venturi.benchmarks.peers.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {

  @Test
  void theFirstRoundsWarmUp() {
    Iterator<Double> seconds = List.of(9.0, 1.0, 2.0, 4.0, 100.0).iterator();

    assertThat(Rounds.median(new Effort(5, 3), seconds::next)).isEqualTo(2);
    assertThat(seconds.next()).isEqualTo(100);
  }

  @Test
  void longRoundsAreThree() {
    Iterator<Double> seconds = List.of(50.0, 51.0, 53.0, 52.0).iterator();

    assertThat(Rounds.median(new Effort(1, 2), seconds::next)).isEqualTo(52);
  }
}
