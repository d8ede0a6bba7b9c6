package io.venturi.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.error.TrainingException;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Tanh;
import io.venturi.model.SpecBinding;
import io.venturi.testing.Rows;
import io.venturi.testing.SmallAutoencoder;
import io.venturi.testing.SquaredLoss;
import io.venturi.testing.TestNetwork;
import io.venturi.testing.TestSpec;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {

  private static final Dataset DATA = Dataset.of(Rows.uniform(50, 6, 1));

  private static Trainer<SmallAutoencoder> trainer() {
    return new Trainer<>(TestSpec.small()).threads(1).epochs(3).batchSize(8).seed(7);
  }

  /** Writes down what it is told. */
  private static class Diary implements TrainingListener {
    final List<String> entries = new ArrayList<>();

    @Override
    public void started(TrainingStart start) {
      entries.add("started " + start.epochs() + " " + start.rows().getAsLong());
    }

    @Override
    public void stepFinished(StepMetrics metrics) {
      entries.add("step " + metrics.epoch() + " " + metrics.rows());
    }

    @Override
    public void epochFinished(EpochMetrics metrics) {
      entries.add("epoch " + metrics.epoch());
    }

    @Override
    public void finished() {
      entries.add("finished");
    }
  }

  private static List<String> steps(int rows, int batchSize) {
    Diary diary = new Diary();
    trainer()
        .epochs(1)
        .batchSize(batchSize)
        .listener(diary)
        .fit(Dataset.of(Rows.uniform(rows, 6, 1)));
    return diary.entries.stream().filter(entry -> entry.startsWith("step")).toList();
  }

  @Test
  void learns() {
    // Rows on a curve in six dimensions: three codes are plenty.
    float[][] rows = new float[200][6];
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < 6; i++) {
        rows[r][i] = (float) (0.5 + 0.4 * Math.sin(r * 0.031 + i));
      }
    }
    Training<SmallAutoencoder> training =
        trainer().epochs(150).batchSize(20).optimizer(new Adam(0.01)).fit(Dataset.of(rows));
    List<EpochMetrics> epochs = training.history().epochs();
    assertThat(epochs).hasSize(150);
    assertThat(training.history().last().loss()).isLessThan(0.1 * epochs.get(0).loss());
    assertThat(training.model().meanSquaredError(Dataset.of(rows)))
        .isCloseTo(training.history().last().loss(), within(0.1 * epochs.get(0).loss()));
  }

  @Test
  void tellsListenersInOrder() {
    List<String> both = new ArrayList<>();
    Diary first = new Diary();
    trainer()
        .epochs(2)
        .batchSize(20)
        .listener(first)
        .listener(
            new TrainingListener() {
              @Override
              public void epochFinished(EpochMetrics metrics) {
                both.addAll(first.entries);
                both.add("second " + metrics.epoch());
              }
            })
        .fit(DATA);
    assertThat(first.entries)
        .containsExactly(
            "started 2 50",
            "step 1 20",
            "step 1 40",
            "step 1 50",
            "epoch 1",
            "step 2 20",
            "step 2 40",
            "step 2 50",
            "epoch 2",
            "finished");
    assertThat(both.subList(0, 6)).endsWith("epoch 1", "second 1");
  }

  @Test
  void tellsListenersOfTheEndWhenOneOfThemFails() {
    Diary diary = new Diary();
    TrainingListener failing =
        new TrainingListener() {
          @Override
          public void epochFinished(EpochMetrics metrics) {
            throw new IllegalStateException("enough");
          }
        };
    assertThatThrownBy(() -> trainer().listener(diary).listener(failing).fit(DATA))
        .hasMessage("enough");
    assertThat(diary.entries).endsWith("epoch 1", "finished");
  }

  @Test
  void aLastBatchOfOneRowJoinsTheOneBefore() {
    assertThat(steps(9, 4)).containsExactly("step 1 4", "step 1 9");
    assertThat(steps(10, 4)).containsExactly("step 1 4", "step 1 8", "step 1 10");
    assertThat(steps(8, 4)).containsExactly("step 1 4", "step 1 8");
    assertThat(steps(5, 4)).containsExactly("step 1 5");
  }

  @Test
  void takesBatchesOfOneRow() {
    assertThat(steps(3, 1)).containsExactly("step 1 1", "step 1 2", "step 1 3");
    assertThat(steps(1, 1)).containsExactly("step 1 1");
  }

  @Test
  void aBatchLargerThanTheDataIsAllOfIt() {
    assertThat(steps(5, 256)).containsExactly("step 1 5");
    assertThat(steps(1, 256)).containsExactly("step 1 1");
    assertThat(steps(3, Integer.MAX_VALUE)).containsExactly("step 1 3");
    Training<SmallAutoencoder> training = trainer().batchSize(256).fit(DATA);
    assertThat(training.model().provenance().facts()).containsEntry("batchSize", "50");
  }

  /** The epoch's loss is a mean over rows, not over batches of different sizes. */
  @Test
  void theLossOfAnEpochIsTheMeanOverItsRows() {
    // A rate too small to change a float: every step measures the same parameters.
    Training<SmallAutoencoder> training =
        trainer().epochs(1).batchSize(16).optimizer(new Adam(1e-30)).fit(DATA);
    EpochMetrics metrics = training.history().last();
    assertThat(metrics.loss()).isCloseTo(training.model().meanSquaredError(DATA), within(1e-6));
    assertThat(metrics.rows()).isEqualTo(50);
    assertThat(metrics.validationLoss()).isEmpty();
    assertThat(metrics.seconds()).isPositive();
    assertThat(metrics.rowsPerSecond()).isEqualTo(50 / metrics.seconds());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 300})
  void measuresValidationRowsAfterTheEpoch(int rows) {
    Dataset validation = Dataset.of(Rows.uniform(rows, 6, 2));
    Training<SmallAutoencoder> training = trainer().epochs(2).validation(validation).fit(DATA);
    OptionalDouble loss = training.history().last().validationLoss();
    assertThat(loss.orElseThrow())
        .isCloseTo(training.model().meanSquaredError(validation), within(1e-6));
    assertThat(training.history().epochs().get(0).validationLoss()).isPresent();
  }

  @Test
  void validationChangesNothingInTraining() {
    Training<SmallAutoencoder> without = trainer().fit(DATA);
    Training<SmallAutoencoder> with =
        trainer().validation(Dataset.of(Rows.uniform(33, 6, 2))).fit(DATA);
    assertThat(with.model().parameters()).isEqualTo(without.model().parameters());
  }

  @Test
  void setsAShareOfTheRowsAside() {
    Diary diary = new Diary();
    Training<SmallAutoencoder> training =
        trainer().epochs(1).batchSize(100).validationSplit(0.2).listener(diary).fit(DATA);
    assertThat(diary.entries).startsWith("started 1 40", "step 1 40");
    Dataset.Split split = DATA.split(0.2, 7);
    assertThat(training.history().last().validationLoss().orElseThrow())
        .isCloseTo(training.model().meanSquaredError(split.first()), within(1e-6));
  }

  @Test
  void trainsAnewEachTime() {
    Trainer<SmallAutoencoder> trainer = trainer();
    Training<SmallAutoencoder> first = trainer.fit(DATA);
    float[] parameters = first.model().parameters();
    Training<SmallAutoencoder> second = trainer.fit(DATA);
    assertThat(second.model().parameters()).isEqualTo(parameters);
    assertThat(first.model().parameters()).isEqualTo(parameters);
    second.model().close();
    assertThat(first.model().parameters()).isEqualTo(parameters);
  }

  @Test
  void theSeedDecides() {
    float[] seven = trainer().fit(DATA).model().parameters();
    assertThat(trainer().seed(8).fit(DATA).model().parameters()).isNotEqualTo(seven);
    float[] inOrder = trainer().shuffle(false).fit(DATA).model().parameters();
    assertThat(inOrder).isNotEqualTo(seven);
    assertThat(trainer().shuffle(false).fit(DATA).model().parameters()).isEqualTo(inOrder);
  }

  /** Three shards a batch, and last batches of other sizes. */
  @Test
  void givesTheSameBitsOnAnyNumberOfThreads() {
    TestNetwork shape =
        TestNetwork.of(40)
            .encoder("wide", 60, new Relu())
            .bottleneck("code", 10, new Tanh())
            .decoder("widen", 60, new Relu())
            .decoder("out", 40, new Sigmoid());
    SpecBinding<Object> binding = TestSpec.of(() -> shape.build(1), new SquaredLoss());
    Dataset data = Dataset.of(Rows.uniform(1000, 40, 3));
    List<float[]> parameters = new ArrayList<>();
    for (int threads : new int[] {1, 2, 3, 8}) {
      Training<Object> training =
          new Trainer<>(binding)
              .threads(threads)
              .epochs(2)
              .batchSize(400)
              .validationSplit(0.1)
              .fit(data);
      parameters.add(training.model().parameters());
      assertThat(training.model().provenance().facts()).containsEntry("shardRows", "100");
    }
    assertThat(parameters).allSatisfy(each -> assertThat(each).isEqualTo(parameters.get(0)));
  }

  @Test
  void recordsWhereTheModelComesFrom() {
    Training<SmallAutoencoder> training =
        trainer().validationSplit(0.1).fit(Dataset.of("my rows", Rows.uniform(50, 6, 1)));
    assertThat(training.model().provenance().facts())
        .containsEntry("seed", "7")
        .containsEntry("epochs", "3")
        .containsEntry("epochsCompleted", "3")
        .containsEntry("batchSize", "8")
        .containsEntry("shardRows", "8")
        .containsEntry("shuffle", "true")
        .containsEntry("optimizer", new Adam(1e-3).toString())
        .containsEntry("rows", "45")
        .containsEntry("loss", Double.toString(training.history().last().loss()))
        .containsKeys("backend", "data", "validationLoss");
  }

  private static EpochMetrics metrics(
      int epoch, double loss, OptionalDouble validation, double seconds) {
    return new EpochMetrics(
        epoch, loss, validation, 1e-3, seconds, 100, Map.of(), Map.of(), List.of());
  }

  @Test
  void historyAddsUp() {
    History history =
        new History(
            List.of(
                metrics(1, 0.5, OptionalDouble.empty(), 2),
                metrics(2, 0.4, OptionalDouble.of(0.45), 3)),
            History.Ending.COMPLETE,
            2,
            0);
    assertThat(history.seconds()).isEqualTo(5);
    assertThat(history.rowsPerSecond()).isEqualTo(40);
    assertThat(history.last().epoch()).isEqualTo(2);
    assertThat(history)
        .hasToString("2 epochs in 5.0 s, loss 0.5000 → 0.4000: complete, epoch 2 is kept");
    assertThat(new History(List.of(), History.Ending.DIVERGED, 0, 0))
        .hasToString("0 epochs: diverged, no epoch is kept");
    assertThat(new History(List.of(), History.Ending.STOPPED, 0, 1))
        .hasToString("0 epochs: stopped, 1 step of epoch 1 is kept");
    assertThat(new History(List.of(), History.Ending.STOPPED, 0, 7))
        .hasToString("0 epochs: stopped, 7 steps of epoch 1 are kept");
    assertThatThrownBy(() -> new History(List.of(), History.Ending.STOPPED, 0, 0).last())
        .isInstanceOf(IllegalStateException.class);
  }

  // What is refused.

  @ParameterizedTest
  @CsvSource({
    "epochs, 0, at least 1", "epochs, -3, at least 1", "batchSize, 0, at least 1",
    "batchSize, -256, at least 1", "threads, 0, at least 1", "validationSplit, 1.0, 'in [0, 1)'",
    "validationSplit, -0.1, 'in [0, 1)'", "validationSplit, NaN, 'in [0, 1)'"
  })
  void refusesSettingsOutOfRange(String setting, String value, String range) {
    Trainer<SmallAutoencoder> trainer = trainer();
    assertThatThrownBy(
            () -> {
              switch (setting) {
                case "epochs" -> trainer.epochs(Integer.parseInt(value));
                case "batchSize" -> trainer.batchSize(Integer.parseInt(value));
                case "threads" -> trainer.threads(Integer.parseInt(value));
                default -> trainer.validationSplit(Double.parseDouble(value));
              }
            })
        .isInstanceOf(TrainingException.class)
        .hasMessage("[AE-230] " + setting + " is " + value + ", but must be " + range + ".");
  }

  @Test
  void refusesRowsOfAnotherWidth() {
    assertThatThrownBy(() -> trainer().fit(Dataset.of("mine", Rows.uniform(3, 5, 1))))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-204] mine has rows of 5 values, but SmallAutoencoder takes 6: check the spec's"
                + " input and the data.");
    assertThatThrownBy(
            () -> trainer().validation(Dataset.of("held", Rows.uniform(3, 7, 1))).fit(DATA))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the validation data (held) has rows of 7 values");
    assertThatThrownBy(
            () -> trainer().validation(Dataset.of(new float[3][7]).slice(1, 3)).fit(DATA))
        .hasMessageContaining("the validation data (rows 1 to 2) has rows of 7 values");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void refusesValuesThatAreNotFinite(float bad) {
    float[][] rows = Rows.uniform(10, 6, 1);
    rows[4][2] = bad;
    Diary diary = new Diary();
    assertThatThrownBy(() -> trainer().listener(diary).fit(Dataset.of("mine", rows)))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("[AE-202] Row 4 of mine, feature 2 is " + bad);
    assertThatThrownBy(() -> trainer().validation(Dataset.of("held", rows)).fit(DATA))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("Row 4 of the validation data (held)");
    assertThat(diary.entries).isEmpty();
  }

  @Test
  void refusesValuesOutsideWhatTheLossTakes() {
    float[][] rows = Rows.uniform(10, 6, 1);
    rows[9][5] = 1.5f;
    assertThatThrownBy(
            () -> new Trainer<>(TestSpec.smallInUnitInterval()).fit(Dataset.of("mine", rows)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-203] Row 9 of mine, feature 5 is 1.5, outside [0.0, 1.0] which @UnitLoss asks of"
                + " its data: scale the data, or choose another loss.");
  }

  @Test
  void showsProgressWhateverHappens() {
    ConsoleProgress progress = new ConsoleProgress();
    progress.stepFinished(new StepMetrics()); // Before the start: nothing to show yet.
    progress.finished();
    trainer().validationSplit(0.1).listener(progress).fit(DATA);
    progress.finished();
    trainer().epochs(1).listener(progress).fit(DATA);
  }

  /** Tests have no terminal, and neither have logs: bars would be drawn over bars. */
  @Test
  void showsProgressByLinesWhereThereIsNoTerminal() {
    PrintStream before = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      trainer().epochs(1).listener(new ConsoleProgress()).fit(DATA);
    } finally {
      System.setErr(before);
    }
    assertThat(written.toString(StandardCharsets.UTF_8))
        .contains("training", "100%", "loss")
        .doesNotContain("\r");
  }

  @Test
  void anIntervalsEndsMayBeOutside() {
    for (float end : new float[] {0, 1}) {
      float[][] rows = Rows.uniform(20, 6, 0.1f, 0.9f, 1);
      new Trainer<>(TestSpec.smallInOpenUnitInterval()).epochs(1).fit(Dataset.of(rows));
      rows[3][2] = end;
      new Trainer<>(TestSpec.smallInUnitInterval()).epochs(1).fit(Dataset.of(rows));
      assertThatThrownBy(
              () -> new Trainer<>(TestSpec.smallInOpenUnitInterval()).fit(Dataset.of(rows)))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("Row 3 of the data, feature 2 is " + end)
          .hasMessageContaining("@UnitLoss");
    }
  }
}
