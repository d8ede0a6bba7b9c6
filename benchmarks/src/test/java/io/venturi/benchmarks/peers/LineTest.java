package io.venturi.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.benchmarks.peers.task.Unit;
import io.venturi.benchmarks.peers.task.Work;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineTest {

  @Test
  void ratiosAreTakenWithinAnAlternation() {
    Comparison comparison =
        new Comparison("dense", Contender.VENTURI, Contender.LIBTORCH, Unit.ROWS_PER_SECOND);

    String line =
        Line.of(
            comparison,
            List.of(30_000.0, 80_000.0, 44_000.0),
            List.of(20_000.0, 40_000.0, 40_000.0));

    // Of the medians it would be 1.10.
    assertThat(line)
        .isEqualTo("peer dense libtorch 44000 40000 rows/s ratio 1.50 (1.10–2.00 of 3)");
  }

  @Test
  void oneRowInLessTimeIsARatioAboveOne() {
    Comparison comparison =
        new Comparison("row-dense", Contender.VENTURI, Contender.ONNXRUNTIME, Unit.MICROSECONDS);

    assertThat(Line.of(comparison, List.of(20.0), List.of(50.0)))
        .isEqualTo("peer row-dense onnxruntime 20.00 50.00 µs ratio 2.50 (2.50–2.50 of 1)");
  }

  @Test
  void theRoofIsComparedInOperationsPerSecond() {
    Comparison comparison =
        Comparison.of(Work.DENSE).stream()
            .filter(c -> c.peer() == Contender.ROOF)
            .findFirst()
            .orElseThrow();

    assertThat(Line.of(comparison, List.of(40_000.0), List.of(195.92)))
        .isEqualTo("peer dense roof 98.0 195.9 GFLOP/s ratio 0.50 (0.50–0.50 of 1)");
  }

  @Test
  void anEvenNumberOfRunsHasItsMedianBetweenTwo() {
    assertThat(Spread.of(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(new Spread(2.5, 1, 4, 4));
  }
}
