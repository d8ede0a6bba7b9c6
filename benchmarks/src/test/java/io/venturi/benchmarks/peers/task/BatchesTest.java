package io.venturi.benchmarks.peers.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BatchesTest {

  private static final int WIDTH = Work.TABULAR.inputs();

  private final float[] rows = new float[Work.TABULAR.count() * WIDTH];
  private final Batches batches = new Batches(Work.TABULAR, rows);

  BatchesTest() {
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i;
    }
  }

  @Test
  void atFirstRowsAreInTheirOrder() {
    assertThat(batches.get(1)).hasSize(32 * WIDTH).startsWith(32 * WIDTH, 32 * WIDTH + 1);
  }

  @Test
  void everyRowIsInOneBatchOfAShuffledEpoch() {
    boolean[] seen = new boolean[Work.TABULAR.count()];

    batches.shuffle();

    assertThat(batches.get(0)[0]).isNotZero();
    for (int batch = 0; batch < batches.count(); batch++) {
      float[] values = batches.get(batch);
      for (int at = 0; at < values.length; at += WIDTH) {
        int row = (int) values[at] / WIDTH;
        assertThat(seen[row]).isFalse();
        assertThat(values[at + WIDTH - 1]).isEqualTo(values[at] + WIDTH - 1);
        seen[row] = true;
      }
    }
    assertThat(seen).doesNotContain(false);
  }
}
