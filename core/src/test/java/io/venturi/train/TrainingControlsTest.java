package io.venturi.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.error.TrainingException;
import io.venturi.kernel.Sigmoid;
import io.venturi.spi.Loss;
import io.venturi.testing.Rows;
import io.venturi.testing.SmallAutoencoder;
import io.venturi.testing.SquaredLoss;
import io.venturi.testing.TestNetwork;
import io.venturi.testing.TestSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What steers a training: schedules, clipping, early stopping, stopping from outside, metrics. */
class TrainingControlsTest {

  private static final Dataset DATA = Dataset.of(Rows.uniform(100, 6, 2));

  private static Trainer<SmallAutoencoder> trainer() {
    return new Trainer<>(TestSpec.small()).threads(1).epochs(4).batchSize(25).seed(7);
  }

  @Test
  void theScheduleMultipliesTheRate() {
    List<Double> rates = new ArrayList<>();
    trainer()
        .optimizer(new Sgd(0.5))
        .schedule(Schedules.step(1, 0.1))
        .listener(
            new TrainingListener() {
              @Override
              public void stepFinished(StepMetrics metrics) {
                rates.add(metrics.learningRate());
                assertThat(metrics.step()).isEqualTo(rates.size());
              }
            })
        .fit(DATA);

    assertThat(rates).hasSize(16);
    assertThat(rates.get(0)).isCloseTo(0.5, within(1e-12));
    assertThat(rates.get(4)).isCloseTo(0.05, within(1e-12));
    assertThat(rates.get(15)).isCloseTo(0.0005, within(1e-12));
  }

  @Test
  void aScheduleThatGivesNoNumberIsRefused() {
    assertThatThrownBy(() -> trainer().schedule((epoch, epochs) -> Double.NaN).fit(DATA))
        .isInstanceOf(TrainingException.class)
        .hasMessage("[AE-230] the schedule's factor is NaN, but must be at least 0 and finite.");
  }

  /** With plain gradient descent at rate 1 the step is the gradient itself. */
  @Test
  void clippingLimitsTheStep() {
    float[] start = trainer().optimizer(new Sgd(1e-30)).epochs(1).fit(DATA).model().parameters();
    Trainer<SmallAutoencoder> one =
        trainer().epochs(1).batchSize(100).shuffle(false).optimizer(new Sgd(1));
    double free = norm(one.fit(DATA).model().parameters(), start);

    double limit = free / 3;
    float[] byNorm = one.clipping(GradientClipping.byNorm(limit)).fit(DATA).model().parameters();
    assertThat(norm(byNorm, start)).isCloseTo(limit, within(1e-5 * limit));

    float[] wide = one.clipping(GradientClipping.byNorm(2 * free)).fit(DATA).model().parameters();
    assertThat(norm(wide, start)).isCloseTo(free, within(1e-5 * free));

    float[] byValue = one.clipping(GradientClipping.byValue(1e-3)).fit(DATA).model().parameters();
    for (int i = 0; i < start.length; i++) {
      assertThat(Math.abs(byValue[i] - start[i])).isLessThanOrEqualTo(1.001e-3f);
    }
  }

  private static double norm(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.pow((double) a[i] - b[i], 2);
    }
    return Math.sqrt(sum);
  }

  /** A rate that is far too large makes the validation loss jump about. */
  @Test
  void earlyStoppingKeepsTheBestEpoch() {
    Training<SmallAutoencoder> run =
        trainer()
            .epochs(500)
            .optimizer(new Adam(0.3))
            .validationSplit(0.3)
            .earlyStopping(new EarlyStopping(5))
            .fit(DATA);

    History history = run.history();
    EpochMetrics best =
        history.epochs().stream()
            .min(Comparator.comparingDouble(each -> each.validationLoss().orElseThrow()))
            .orElseThrow();
    assertThat(history.ending()).isEqualTo(History.Ending.EARLY_STOPPING);
    assertThat(history.keptEpoch()).isEqualTo(best.epoch());
    assertThat(history.last().epoch()).isEqualTo(best.epoch() + 5);
    Training<SmallAutoencoder> upToBest =
        trainer().epochs(best.epoch()).optimizer(new Adam(0.3)).validationSplit(0.3).fit(DATA);
    assertThat(run.model().parameters()).isEqualTo(upToBest.model().parameters());
  }

  @Test
  void earlyStoppingAsksForValidationRows() {
    assertThatThrownBy(() -> trainer().earlyStopping(new EarlyStopping(5)).fit(DATA))
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            "[AE-230] earlyStopping is set, but must be used with validation rows: set"
                + " validationSplit or validation.");
  }

  @Test
  void canBeStoppedFromOutside() {
    List<Long> steps = new ArrayList<>();
    TrainingControl control = new TrainingControl();
    Training<SmallAutoencoder> run =
        trainer()
            .control(control)
            .listener(
                new TrainingListener() {
                  @Override
                  public void stepFinished(StepMetrics metrics) {
                    steps.add(metrics.step());
                    if (metrics.step() == 6) {
                      control.stop();
                    }
                  }
                })
            .fit(DATA);

    assertThat(steps).hasSize(6);
    assertThat(run.history().ending()).isEqualTo(History.Ending.STOPPED);
    assertThat(run.history().epochs()).hasSize(1);
    assertThat(run.history().keptEpoch()).isEqualTo(1);
    assertThat(run.history().keptSteps()).isEqualTo(2); // Four steps an epoch.
    assertThat(run.history())
        .asString()
        .endsWith(": stopped, epoch 1 and 2 steps of epoch 2 are kept");
    assertThat(run.model().provenance().facts())
        .containsEntry("ending", "STOPPED")
        .containsEntry("keptEpoch", "1")
        .containsEntry("keptSteps", "2");
    Training<SmallAutoencoder> atTheEpochsEnd = trainer().epochs(1).fit(DATA);
    assertThat(run.model().parameters()).isNotEqualTo(atTheEpochsEnd.model().parameters());
    assertThat(atTheEpochsEnd.history().keptSteps()).isZero();
  }

  @Test
  void stoppedBeforeTheFirstStepItTakesNone() {
    TrainingControl control = new TrainingControl();
    control.stop();
    List<Long> steps = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void stepFinished(StepMetrics metrics) {
            steps.add(metrics.step());
          }
        };
    Training<SmallAutoencoder> run =
        trainer()
            .control(control)
            .listener(listener)
            .validationSplit(0.2)
            .earlyStopping(new EarlyStopping(1))
            .fit(DATA);

    assertThat(steps).isEmpty();
    assertThat(run.history().ending()).isEqualTo(History.Ending.STOPPED);
    assertThat(run.history().keptEpoch()).isZero();
    assertThat(run.history()).hasToString("0 epochs: stopped, no epoch is kept");
  }

  /** The parameters of the epoch are there, its validation loss is not. */
  @Test
  void canBeStoppedInValidation() {
    TrainingControl control = new TrainingControl();
    int[] measured = {0};
    Loss stopping =
        (tile, activation) -> {
          new SquaredLoss().evaluate(tile, activation);
          if (++measured[0] == 4 + 4 + 4 + 1) { // In the validation of the second epoch.
            control.stop();
          }
        };
    Trainer<Object> trainer =
        new Trainer<>(
            TestSpec.of(
                () ->
                    TestNetwork.of(6)
                        .bottleneck("code", 3, new Sigmoid())
                        .decoder("out", 6, new Sigmoid())
                        .build(1),
                stopping));
    Training<Object> run =
        trainer
            .threads(1)
            .epochs(9)
            .batchSize(25)
            .control(control)
            .validation(DATA)
            .earlyStopping(new EarlyStopping(1))
            .fit(DATA);

    assertThat(measured[0]).isEqualTo(4 + 4 + 4 + 1);
    assertThat(run.history().ending()).isEqualTo(History.Ending.STOPPED);
    assertThat(run.history().epochs()).hasSize(2);
    assertThat(run.history().epochs().get(0).validationLoss()).isPresent();
    assertThat(run.history().last().validationLoss()).isEmpty();
    assertThat(run.history().keptEpoch()).isEqualTo(2);
    assertThat(run.history().keptSteps()).isZero();
  }

  @Test
  void metricsGoIntoAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("metrics.csv");
    Training<SmallAutoencoder> run =
        trainer().validationSplit(0.2).listener(new CsvMetrics(file)).fit(DATA);

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0))
        .isEqualTo("epoch,loss,validation_loss,learning_rate,seconds,rows_per_second");
    assertThat(lines.get(4))
        .startsWith(
            "4,"
                + run.history().last().loss()
                + ","
                + run.history().last().validationLoss().getAsDouble()
                + ",0.001,");
  }

  @Test
  void metricsThatCannotBeWrittenStopBeforeAnythingIsTrained(@TempDir Path folder) {
    assertThatThrownBy(
            () ->
                trainer().listener(new CsvMetrics(folder.resolve("no/such/folder.csv"))).fit(DATA))
        .isInstanceOf(TrainingException.class)
        .hasMessageStartingWith("[AE-235] The metrics cannot be written to ");
  }
}
