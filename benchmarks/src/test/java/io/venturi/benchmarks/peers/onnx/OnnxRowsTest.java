package io.venturi.benchmarks.peers.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtException;
import io.venturi.benchmarks.peers.task.Losses;
import io.venturi.benchmarks.peers.task.Material;
import io.venturi.benchmarks.peers.task.Work;
import io.venturi.benchmarks.peers.venturi.Preparation;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** ONNX Runtime reads the models that are written, and they compute what Venturi computes. */
class OnnxRowsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(
      value = Work.class,
      names = {"ROW_TABULAR", "ROW_DENSE"})
  void aModelGivesVenturisReconstructions(Work work) throws OrtException {
    Material material = new Material(work, folder);
    new Preparation(work, material, null).run();
    float[] rows = material.fixedRows(material.rows());
    float[] actual = new float[rows.length];

    try (OnnxRows session = new OnnxRows(material.weights(), work == Work.ROW_DENSE)) {
      for (int at = 0; at < rows.length; at += work.inputs()) {
        session.reconstruct(rows, actual, at);
      }
    }

    assertThat(Losses.largestDifference(material.expected(), actual)).isLessThan(1e-5);
    assertThat(Losses.largestDifference(material.expected(), rows)).isGreaterThan(0.1);
  }
}
