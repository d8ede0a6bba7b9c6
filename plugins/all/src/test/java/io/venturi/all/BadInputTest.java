package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.error.TrainingException;
import io.venturi.runtime.Venturi;
import io.venturi.train.Adam;
import io.venturi.train.Trainer;
import io.venturi.train.Training;
import org.junit.jupiter.api.Test;

/** What a user can do wrong, and what Venturi says to it. */
class BadInputTest {

  private static final Venturi VENTURI = Venturi.create();

  @Test
  void rowsOfTheWrongWidth() {
    assertThatThrownBy(() -> trainer().fit(Dataset.of(new float[10][6])))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-204] the data has rows of 6 values, but CrossEntropySpec takes 7: check the spec's"
                + " input and the data.");
  }

  @Test
  void notANumber() {
    float[][] rows = new float[10][7];
    rows[4][2] = Float.NaN;

    assertThatThrownBy(() -> trainer().fit(Dataset.of(rows)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-202] Row 4 of the data, feature 2 is NaN: remove such rows or fill in the value; for those that are missing there is @MissingValues.");
  }

  @Test
  void infinite() {
    float[][] rows = new float[10][7];
    rows[9][6] = Float.NEGATIVE_INFINITY;

    assertThatThrownBy(() -> trainer().fit(Dataset.of(rows)))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("Row 9 of the data, feature 6 is -Infinity");
  }

  @Test
  void outsideTheIntervalOfCrossEntropy() {
    float[][] rows = new float[10][7];
    rows[3][0] = 1.5f;

    assertThatThrownBy(() -> trainer().fit(Dataset.of(rows)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-203] Row 3 of the data, feature 0 is 1.5, outside [0.0, 1.0] which"
                + " @BinaryCrossEntropy asks of its data: scale the data, or choose another loss.");
  }

  @Test
  void noData() {
    assertThatThrownBy(() -> Dataset.of(new float[0][7]))
        .isInstanceOf(DataException.class)
        .hasMessage("[AE-200] the data has no rows: give it at least one.");
  }

  @Test
  void aBatchLargerThanTheDataIsAllOfIt() {
    Training<?> run = trainer().epochs(1).batchSize(1_000_000).fit(Dataset.of(new float[10][7]));

    assertThat(run.model().provenance().facts()).containsEntry("batchSize", "10");
  }

  @Test
  void hyperparametersOutOfRange() {
    assertThatThrownBy(() -> trainer().epochs(0))
        .isInstanceOf(TrainingException.class)
        .hasMessage("[AE-230] epochs is 0, but must be at least 1.");
    assertThatThrownBy(() -> trainer().batchSize(-1))
        .hasMessage("[AE-230] batchSize is -1, but must be at least 1.");
    assertThatThrownBy(() -> trainer().threads(0))
        .hasMessage("[AE-230] threads is 0, but must be at least 1.");
    assertThatThrownBy(() -> trainer().validationSplit(1))
        .hasMessage("[AE-230] validationSplit is 1.0, but must be in [0, 1).");
    assertThatThrownBy(() -> new Adam(0))
        .hasMessage("[AE-230] Adam's learningRate is 0.0, but must be above 0 and finite.");
    assertThatThrownBy(() -> new Adam(-1e-3)).isInstanceOf(TrainingException.class);
    assertThatThrownBy(() -> new Adam(Double.NaN)).isInstanceOf(TrainingException.class);
  }

  @Test
  void validationDataThatDoesNotFit() {
    Dataset data = Dataset.of(new float[10][7]);
    assertThatThrownBy(() -> trainer().validation(Dataset.of(new float[2][6])).fit(data))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the validation data has rows of 6 values, but CrossEntropySpec");
    assertThatThrownBy(() -> trainer().validation(Dataset.ofFlat(new float[] {2}, 1)).fit(data))
        .hasMessageContaining("the validation data");
  }

  @Test
  @SuppressWarnings("NullAway") // What others' compilers let through.
  void nulls() {
    assertThatThrownBy(() -> trainer().fit((Dataset) null)).hasMessage("data");
    assertThatThrownBy(() -> trainer().optimizer(null)).hasMessage("optimizer");
    assertThatThrownBy(() -> trainer().schedule(null)).hasMessage("schedule");
    assertThatThrownBy(() -> trainer().listener(null)).hasMessage("listener");
    assertThatThrownBy(() -> trainer().control(null)).hasMessage("control");
    assertThatThrownBy(() -> trainer().clipping(null)).hasMessage("clipping");
    assertThatThrownBy(() -> trainer().earlyStopping(null)).hasMessage("earlyStopping");
    assertThatThrownBy(() -> trainer().validation((Dataset) null)).hasMessage("validation");
    assertThatThrownBy(() -> Dataset.of((float[][]) null)).hasMessage("rows");
    assertThatThrownBy(() -> Dataset.of(new float[][] {{1}, null}))
        .isInstanceOf(DataException.class)
        .hasMessage("[AE-218] Row 1 of the data is null: leave it out, or give it values.");
  }

  @Test
  void rowsThatAModelCannotTake() {
    var model = trainer().epochs(1).fit(Dataset.of(new float[10][7])).model();

    assertThatThrownBy(() -> model.encode(new float[3][6]))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-204] the array has rows of 6 values, but CrossEntropySpec takes 7: check the"
                + " spec's input and the data.");

    assertThatThrownBy(() -> model.encode(new float[][] {new float[7], new float[8]}))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-201] Row 1 of the data has 8 values where 7 were expected: every row has one"
                + " width.");
    assertThatThrownBy(() -> model.reconstruct(new float[][] {{0, 0, 0, Float.NaN, 0, 0, 0}}))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("Row 0 of the data, feature 3 is NaN");
  }

  private static Trainer<Specs.CrossEntropySpec> trainer() {
    return VENTURI.trainer(Specs.CrossEntropySpec.class);
  }
}
