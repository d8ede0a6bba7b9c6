package io.venturi.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venturi.kernel.Tensor;
import io.venturi.spi.CodeMonitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CodeStatisticsTest {

  private static CodeStatistics of(float[]... rows) {
    CodeStatistics statistics = new CodeStatistics(null);
    for (float[] row : rows) {
      statistics.add(row.clone(), 1, row.length);
    }
    return statistics;
  }

  @Test
  void hoyersMeasure() {
    assertThat(of(new float[] {0, -3, 0, 0}).sparseness()).isEqualTo(1);
    assertThat(of(new float[] {2, -2, 2, 2}).sparseness()).isZero();
    // √4 = 2, ‖z‖₁ = 7, ‖z‖₂ = 5.
    assertThat(of(new float[] {3, 4, 0, 0}).sparseness()).isCloseTo(0.6, within(1e-12));
    assertThat(of(new float[] {3e-6f, 4e-6f, 0, 0}).sparseness()).isCloseTo(0.6, within(1e-6));
    assertThat(of(new float[] {3, 4, 0, 0}, new float[4], new float[] {1, 0, 0, 0}).sparseness())
        .isCloseTo(0.8, within(1e-12));
    assertThat(of(new float[3]).sparseness()).isEqualTo(1);
    assertThat(of(new float[] {5}).sparseness()).isEqualTo(1);
  }

  @Test
  void deadIsWhatIsNeverActive() {
    CodeStatistics statistics = of(new float[] {0, 1, -0.02f, 0.009f}, new float[] {0, 0, 0, 0});
    assertThat(statistics.deadUnits()).isEqualTo(2);
    assertThat(of(new float[] {0, 1e-6f, -2e-8f, 9e-9f}).deadUnits()).isEqualTo(2);
    assertThat(of(new float[3]).deadUnits()).isEqualTo(3);
    assertThat(statistics.meanActivation()).isCloseTo(0.989 / 8, within(1e-7));
  }

  /** More than half are dead, by what top-k keeps; an epoch begins anew. */
  @Test
  void theMonitorWarnsAndForgets() {
    CodeMonitor monitor = new SparsityMonitor(new LargestOfRow(1));
    Tensor code = Tensor.allocate(3, 3);
    code.write(0, new float[] {1, 2, 0, 1, 3, 0, 9, 9, 9}, 9);
    monitor.observe(code, 2);
    Map<String, Double> figures = new HashMap<>();
    List<String> warnings = new ArrayList<>();
    CodeMonitor.Findings findings =
        new CodeMonitor.Findings() {
          @Override
          public void figure(String name, double value) {
            figures.put(name, value);
          }

          @Override
          public void warning(String text) {
            warnings.add(text);
          }
        };

    monitor.report(findings);

    assertThat(figures)
        .containsEntry("deadUnits", 2.0)
        .containsEntry("meanActivation", 5.0 / 6)
        .containsEntry("sparseness", 1.0);
    assertThat(warnings).singleElement().asString().startsWith("2 of the code's 3 units are dead");
    figures.clear();
    monitor.report(findings);
    assertThat(figures).isEmpty();
    code.write(0, new float[] {3, 0, 0, 0, 3, 0, 9, 9, 9}, 9);
    monitor.observe(code, 2);
    monitor.report(findings);
    assertThat(figures).containsEntry("deadUnits", 1.0);
    assertThat(warnings).hasSize(1);
  }
}
