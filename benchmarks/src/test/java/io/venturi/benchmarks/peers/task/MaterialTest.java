package io.venturi.benchmarks.peers.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaterialTest {

  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsRead() {
    Material material = new Material(Work.ROW_TABULAR, folder);
    float[] rows = new float[1_024 * 30];
    rows[17] = 0.25f;
    LayerWeights layer =
        new LayerWeights(new int[] {1, 2}, new float[] {1.5f, -2}, new float[] {3, 4});

    material.writeRows(rows);
    material.writeWeights(List.of(layer, layer));

    assertThat(material.rows()).containsExactly(rows);
    assertThat(material.weights()).hasSize(2);
    assertThat(material.weights().get(1).shape()).containsExactly(1, 2);
    assertThat(material.weights().get(1).weights()).containsExactly(1.5f, -2);
    assertThat(material.weights().get(1).biases()).containsExactly(3, 4);
  }

  @Test
  void fixedRowsOfATrainingAreBehindThoseToTrainOn() {
    int trained = Work.TABULAR.count() * 30;
    float[] rows = new float[Material.count(Work.TABULAR) * 30];
    rows[trained] = 1;

    float[] fixed = new Material(Work.TABULAR, folder).fixedRows(rows);

    assertThat(fixed).hasSize(rows.length - trained).startsWith(1);
  }
}
