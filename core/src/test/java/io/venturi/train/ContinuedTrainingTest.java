package io.venturi.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.data.Dataset;
import io.venturi.data.RowStream;
import io.venturi.data.Scalers;
import io.venturi.error.DataException;
import io.venturi.error.ModelClosedException;
import io.venturi.error.TrainingException;
import io.venturi.internal.AssembledNetwork;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Tanh;
import io.venturi.model.Model;
import io.venturi.model.Provenance;
import io.venturi.model.Use;
import io.venturi.testing.Rows;
import io.venturi.testing.SmallAutoencoder;
import io.venturi.testing.SmallAutoencoder_Network;
import io.venturi.testing.SquaredLoss;
import io.venturi.testing.TestNetwork;
import io.venturi.testing.TestSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContinuedTrainingTest {

  private static final Dataset DATA = Dataset.of(Rows.uniform(90, 6, -20, 300, 1));

  private static Trainer<SmallAutoencoder> trainer(int epochs) {
    return new Trainer<>(TestSpec.small()).epochs(epochs).batchSize(16).seed(7);
  }

  /** Nothing but parameters carries from one epoch to the next. */
  private static Trainer<SmallAutoencoder> plain(int epochs) {
    return trainer(epochs).shuffle(false).optimizer(new Sgd(0.1));
  }

  @Test
  void threeEpochsAndThreeAreSix() {
    Training<SmallAutoencoder> six = plain(6).scaler(Scalers.standard()).fit(DATA);
    Training<SmallAutoencoder> three = plain(3).scaler(Scalers.standard()).fit(DATA);
    Trainer<SmallAutoencoder> trainer = plain(3).from(three.model());
    three.model().close();

    Training<SmallAutoencoder> again = trainer.fit(DATA);

    assertThat(again.model().parameters()).isEqualTo(six.model().parameters());
    assertThat(again.history().last().loss()).isEqualTo(six.history().last().loss());
    assertThat(again.model().fingerprint()).isEqualTo(six.model().fingerprint());
    assertThat(again.model().scaling().orElseThrow().center())
        .isEqualTo(six.model().scaling().orElseThrow().center());
    assertThat(trainer.fit(DATA).model().parameters()).isEqualTo(six.model().parameters());
  }

  /** What it begins with is on the heap: no native memory waits for the collector. */
  @Test
  void keepsNoNetworkOfItsOwn() {
    List<AssembledNetwork> made = new ArrayList<>();
    TestNetwork shape =
        TestNetwork.of(6).bottleneck("code", 3, new Tanh()).decoder("out", 6, new Linear());
    Trainer<Object> trainer =
        new Trainer<>(
            TestSpec.of(
                () -> {
                  made.add(shape.build(1));
                  return made.get(made.size() - 1);
                },
                new SquaredLoss()));
    Model<?> model = Model.ofNetwork(shape.build(2), new Provenance(Map.of()), Use.PLAIN);
    made.clear();

    trainer.from(model);

    assertThat(made).hasSize(1);
    assertThatThrownBy(() -> made.get(0).parameters().enter())
        .isInstanceOf(ModelClosedException.class);
  }

  @Test
  void leavesTheModelAsItIs() {
    Model<SmallAutoencoder> model = trainer(2).fit(DATA).model();
    float[] before = model.parameters();

    Model<SmallAutoencoder> further = trainer(2).from(model).fit(DATA).model();

    assertThat(model.parameters()).isEqualTo(before);
    assertThat(further.parameters()).isNotEqualTo(before);
    further.close();
    assertThat(model.encode(DATA.toArray())).hasDimensions(90, 3);
  }

  @Test
  void saysWhatItContinuedFrom() {
    Model<SmallAutoencoder> first = trainer(3).fit(DATA).model();
    Model<SmallAutoencoder> second = trainer(2).from(first).fit(DATA).model();
    Model<SmallAutoencoder> third = trainer(1).from(second).fit(DATA).model();

    assertThat(first.provenance().facts()).doesNotContainKeys("continuedFrom", "epochsBefore");
    assertThat(second.provenance().facts()).doesNotContainKey("stepsBefore");
    assertThat(second.provenance().facts())
        .containsEntry("continuedFrom", first.fingerprint())
        .containsEntry("epochsBefore", "3");
    assertThat(third.provenance().facts())
        .containsEntry("continuedFrom", second.fingerprint())
        .containsEntry("epochsBefore", "5")
        .containsEntry("epochsCompleted", "1");
    assertThat(first.fingerprint()).hasSize(64).isNotEqualTo(second.fingerprint());
  }

  @Test
  void saysHowManyStepsBeyondWholeEpochsWereDone() {
    Model<SmallAutoencoder> first = stoppedAt(8).fit(DATA).model(); // Six steps an epoch.
    Model<SmallAutoencoder> second = stoppedAt(3).from(first).fit(DATA).model();
    Model<SmallAutoencoder> third = trainer(1).from(second).fit(DATA).model();

    assertThat(second.provenance().facts())
        .containsEntry("epochsBefore", "1")
        .containsEntry("stepsBefore", "2");
    assertThat(third.provenance().facts())
        .containsEntry("epochsBefore", "1")
        .containsEntry("stepsBefore", "5");
  }

  private static Trainer<SmallAutoencoder> stoppedAt(long step) {
    TrainingControl control = new TrainingControl();
    return trainer(9)
        .control(control)
        .listener(
            new TrainingListener() {
              @Override
              public void stepFinished(StepMetrics metrics) {
                if (metrics.step() == step) {
                  control.stop();
                }
              }
            });
  }

  /** A model of somebody else's making may say anything of itself, or nothing. */
  @Test
  void takesModelsOfUnknownProvenance() {
    for (Map<String, String> facts :
        List.of(Map.<String, String>of(), Map.of("keptEpoch", "many"))) {
      SmallAutoencoder_Network network = new SmallAutoencoder_Network();
      network.parameters().initialize(1);
      Model<SmallAutoencoder> model = Model.of(network, new Provenance(facts), Use.PLAIN);

      assertThat(trainer(1).from(model).fit(DATA).model().provenance().facts())
          .containsKey("continuedFrom")
          .doesNotContainKey("epochsBefore");
    }
  }

  /** New rows change the parameters, not what the parameters were learned on. */
  @Test
  void keepsTheModelsScaler() {
    Model<SmallAutoencoder> model = trainer(1).scaler(Scalers.minMax()).fit(DATA).model();
    Dataset other = Dataset.of(Rows.uniform(40, 6, 0, 1, 3));

    Model<SmallAutoencoder> further = trainer(1).from(model).fit(other).model();

    assertThat(further.scaling().orElseThrow().scale())
        .isEqualTo(model.scaling().orElseThrow().scale());
    assertThat(further.provenance().facts()).containsEntry("scaler", "minMax(0.0, 1.0)");
    RowStream stream = RowStream.of("rows", () -> Arrays.asList(other.toArray()).iterator(), 6);
    assertThat(trainer(1).shuffle(false).from(model).fit(stream).model().fingerprint())
        .isEqualTo(trainer(1).shuffle(false).from(model).fit(other).model().fingerprint());
    String message =
        "[AE-230] scaler is standard, but must be left out: training continues from a model, ";
    assertThatThrownBy(() -> trainer(1).from(model).scaler(Scalers.standard()))
        .isInstanceOf(TrainingException.class)
        .hasMessage(message + "whose own is kept, minMax(0.0, 1.0).");
    assertThatThrownBy(() -> trainer(1).scaler(Scalers.standard()).from(model))
        .isInstanceOf(TrainingException.class)
        .hasMessage(message + "whose own is kept, minMax(0.0, 1.0).");
    Model<SmallAutoencoder> unscaled = trainer(1).fit(DATA).model();
    assertThatThrownBy(() -> trainer(1).from(unscaled).scaler(Scalers.standard()))
        .isInstanceOf(TrainingException.class)
        .hasMessage(message + "which has none.");
  }

  @Test
  void refusesModelsOfOtherLayers() {
    Model<?> wide =
        Model.ofNetwork(
            TestNetwork.of(9)
                .bottleneck("code", 3, new Tanh())
                .decoder("out", 9, new Linear())
                .build(1),
            new Provenance(Map.of()),
            Use.PLAIN);
    Model<?> other =
        Model.ofNetwork(
            TestNetwork.of(6)
                .encoder("wide", 4, new Tanh())
                .bottleneck("code", 3, new Tanh())
                .decoder("out", 6, new Linear())
                .build(1),
            new Provenance(Map.of()),
            Use.PLAIN);

    assertThatThrownBy(() -> trainer(1).from(wide))
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            "[AE-246] SmallAutoencoder cannot continue from a model of Any, which has rows of 9"
                + " values instead of 6: continue with the spec that it was trained with.");
    assertThatThrownBy(() -> trainer(1).from(other))
        .isInstanceOf(TrainingException.class)
        .hasMessageContaining("which has layer wide (6 → 4, {activation=io.venturi.kernel.Tanh})");
    Model<SmallAutoencoder> closed = trainer(1).fit(DATA).model();
    closed.close();
    assertThatThrownBy(() -> trainer(1).from(closed)).isInstanceOf(ModelClosedException.class);
    Model<SmallAutoencoder> open = trainer(1).fit(DATA).model();
    assertThatThrownBy(() -> trainer(1).from(open).fit(Dataset.of(Rows.uniform(9, 5, 1))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("has rows of 5 values");
  }
}
