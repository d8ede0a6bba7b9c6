package io.venturi.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.kernel.Tensor;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.BatchContext;
import io.venturi.spi.CodeMonitor;
import io.venturi.spi.CodePenalty;
import io.venturi.testing.Rows;
import io.venturi.testing.TestSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What types say of an epoch, beside its loss. */
class FiguresTest {

  private static final Dataset ROWS = Dataset.of(Rows.uniform(70, 6, 1));
  private static final Dataset HELD = Dataset.of(Rows.uniform(21, 6, 2));

  /** Reports where it stands, and watches how many rows go by. */
  private static final class Talking implements AutoencoderType, CodePenalty {

    final List<Double> epochs = new ArrayList<>();
    final List<Long> steps = new ArrayList<>();
    final List<Long> validationSeeds = new ArrayList<>();

    @Override
    public Optional<CodePenalty> codePenalty() {
      return Optional.of(this);
    }

    @Override
    public String name() {
      return "half";
    }

    @Override
    public double penalise(Tensor code, Tensor gradient, int rows, BatchContext step) {
      if (step.isTraining()) {
        epochs.add(step.epochs());
        steps.add(step.steps());
      } else {
        validationSeeds.add(step.seed());
      }
      step.report("rows", rows);
      return 0.5;
    }

    @Override
    public Optional<CodeMonitor> codeMonitor() {
      return Optional.of(
          new CodeMonitor() {
            private int seen;

            @Override
            public void observe(Tensor code, int rows) {
              seen += rows;
            }

            @Override
            public void report(Findings findings) {
              findings.figure("seen", seen);
              findings.warning("Seen.");
              seen = 0;
            }
          });
    }
  }

  private static Trainer<?> trainer(AutoencoderType type) {
    return new Trainer<>(TestSpec.small(type)).batchSize(30).epochs(2).validation(HELD);
  }

  @Test
  void figuresAreMeansOverRowsAndStandBesideTheLoss() {
    Talking type = new Talking();
    for (EpochMetrics epoch : trainer(type).fit(ROWS).history().epochs()) {
      assertThat(epoch.figures()).containsOnlyKeys("half", "rows", "reconstruction", "seen");
      assertThat(epoch.figures()).containsEntry("half", 0.5).containsEntry("seen", 70.0);
      // 30, 30 and 10 rows.
      assertThat(epoch.figures().get("rows")).isCloseTo(1900 / 70.0, within(1e-12));
      assertThat(epoch.figures().get("reconstruction")).isCloseTo(epoch.loss() - 0.5, within(1e-6));
      assertThat(epoch.validationFigures()).containsEntry("rows", 21.0).containsEntry("seen", 21.0);
      assertThat(epoch.validationFigures().get("reconstruction"))
          .isCloseTo(epoch.validationLoss().orElseThrow() - 0.5, within(1e-12));
      assertThat(epoch.warnings()).containsExactly("Seen.");
    }
    assertThat(type.steps).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);
    assertThat(type.epochs).containsExactly(0.0, 30 / 70.0, 60 / 70.0, 1.0, 100 / 70.0, 130 / 70.0);
    assertThat(type.validationSeeds).hasSize(2).containsOnly(type.validationSeeds.get(0));
  }

  @Test
  void figuresHaveColumnsInTheCsvFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("metrics.csv");
    trainer(new Talking()).listener(new CsvMetrics(file)).fit(ROWS);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0))
        .isEqualTo(
            "epoch,loss,validation_loss,learning_rate,seconds,rows_per_second,rows,half,"
                + "reconstruction,seen,validation_rows,validation_half,validation_reconstruction,"
                + "validation_seen");
    assertThat(lines.get(2)).startsWith("2,").contains(",0.5,").endsWith(",21.0");
  }
}
