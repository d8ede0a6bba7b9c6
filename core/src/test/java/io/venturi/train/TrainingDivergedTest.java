package io.venturi.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.venturi.data.Dataset;
import io.venturi.internal.AssembledNetwork;
import io.venturi.kernel.Activation;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Tensor;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.BatchContext;
import io.venturi.spi.CodePenalty;
import io.venturi.spi.Loss;
import io.venturi.spi.LossTile;
import io.venturi.testing.Rows;
import io.venturi.testing.SquaredLoss;
import io.venturi.testing.TestNetwork;
import io.venturi.testing.TestSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A loss that stops being finite stops training, and what was good is kept. */
class TrainingDivergedTest {

  private static final Dataset DATA = Dataset.of(Rows.uniform(24, 6, 1));

  private static AssembledNetwork linear() {
    return TestNetwork.of(6)
        .encoder("wide", 5, new Linear())
        .bottleneck("code", 3, new Linear())
        .decoder("widen", 5, new Linear())
        .decoder("out", 6, new Linear())
        .build(1);
  }

  private static Trainer<Object> trainer(Loss loss, AutoencoderType... types) {
    return new Trainer<>(TestSpec.of(TrainingDivergedTest::linear, loss, types))
        .threads(1)
        .epochs(5)
        .batchSize(8)
        .seed(3);
  }

  private static TrainingDivergedException diverge(Trainer<?> trainer) {
    TrainingDivergedException e =
        catchThrowableOfType(TrainingDivergedException.class, () -> trainer.fit(DATA));
    assertThat(e).isNotNull();
    return e;
  }

  private static void assertFinite(float[] values) {
    for (float value : values) {
      assertThat(value).isFinite();
    }
  }

  /** The squared loss until so many batches were measured, then something else. */
  private static final class FailingLater implements Loss {
    private final Loss real = new SquaredLoss();
    private final float then;
    private int left;

    FailingLater(int batches, float then) {
      this.left = batches;
      this.then = then;
    }

    @Override
    public void evaluate(LossTile tile, Activation activation) {
      real.evaluate(tile, activation);
      if (left-- <= 0) {
        tile.rowLoss[tile.firstRow()] = then;
      }
    }
  }

  @Test
  void namesEpochStepAndPlaceAndKeepsTheLastCompleteEpoch() {
    float[] afterTwo = trainer(new SquaredLoss()).epochs(2).fit(DATA).model().parameters();
    List<String> heard = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void epochFinished(EpochMetrics metrics) {
            heard.add("epoch " + metrics.epoch());
          }

          @Override
          public void finished() {
            heard.add("finished");
          }
        };
    // Three steps an epoch: the eighth one is the second of the third epoch.
    TrainingDivergedException e =
        diverge(trainer(new FailingLater(7, Float.NaN)).listener(listener));
    assertThat(e)
        .hasMessage(
            "[AE-232] The loss became NaN in step 2 of epoch 3; the first value that is not finite"
                + " is in the loss itself. Training stopped before this step changed anything;"
                + " lastGood() has the parameters of the end of epoch 2. Scale the data or lower"
                + " the learning rate.");
    assertThat(e.epoch()).isEqualTo(3);
    assertThat(e.step()).isEqualTo(2);
    assertThat(e.place()).isEqualTo("the loss itself");
    assertThat(e.lastGood().model().parameters()).isEqualTo(afterTwo);
    assertThat(e.lastGood().history().epochs()).hasSize(2);
    Training<Object> typed = e.lastGood(Object.class);
    assertThat(typed).isSameAs(e.lastGood());
    assertThatThrownBy(() -> e.lastGood(String.class)).isInstanceOf(ClassCastException.class);
    assertThat(e.lastGood().model().provenance().facts()).containsEntry("epochsCompleted", "2");
    assertThat(heard).containsExactly("epoch 1", "epoch 2", "finished");
  }

  @Test
  void aLossThatIsInfiniteStopsTrainingToo() {
    TrainingDivergedException e = diverge(trainer(new FailingLater(0, Float.POSITIVE_INFINITY)));
    assertThat(e)
        .hasMessageStartingWith("[AE-232] The loss became Infinity in step 1 of epoch 1;")
        .hasMessageContaining("lastGood() has the parameters that training began with.");
    assertThat(e.lastGood().history().epochs()).isEmpty();
    AssembledNetwork fresh = linear();
    fresh.parameters().initialize(3);
    assertThat(e.lastGood().model().parameters()).isEqualTo(fresh.parameters().values().toArray());
  }

  @Test
  void namesTheFirstLayerThatOverflows() {
    // After one step weights are about 1e20: the first layer's values still fit, products do not.
    TrainingDivergedException e = diverge(trainer(new SquaredLoss()).optimizer(new Adam(1e20)));
    assertThat(e.epoch()).isEqualTo(1);
    assertThat(e.step()).isEqualTo(2);
    assertThat(e.place()).isEqualTo("layer code");
    assertThat(e).hasMessageContaining("the first value that is not finite is in layer code.");
    assertFinite(e.lastGood().model().parameters());
    assertFinite(e.lastGood().model().reconstruct(DATA.toArray())[0]);
  }

  @Test
  void namesTheLayerOfABatchOfSeveralShards() {
    TestNetwork shape =
        TestNetwork.of(40)
            .encoder("wide", 60, new Linear())
            .bottleneck("code", 10, new Linear())
            .decoder("widen", 60, new Relu())
            .decoder("out", 40, new Linear());
    TrainingDivergedException e =
        catchThrowableOfType(
            TrainingDivergedException.class,
            () ->
                new Trainer<>(TestSpec.of(() -> shape.build(1), new SquaredLoss()))
                    .threads(2)
                    .batchSize(400)
                    .optimizer(new Adam(1e20))
                    .fit(Dataset.of(Rows.uniform(800, 40, 1))));
    assertThat(e.place()).isEqualTo("layer code");
    assertFinite(e.lastGood().model().parameters());
  }

  /** No later step measures what the last one of an epoch did. */
  @Test
  void parametersThatAreNotFiniteAreNotGood() {
    for (int epochs : new int[] {1, 3}) {
      TrainingDivergedException e =
          diverge(
              trainer(new SquaredLoss()).epochs(epochs).batchSize(24).optimizer(new Adam(1e39)));
      assertThat(e)
          .hasMessage(
              "[AE-233] Step 1 of epoch 1 made the parameters of layer wide infinite or NaN."
                  + " Training stopped; lastGood() has the parameters that training began with."
                  + " Scale the data or lower the learning rate.");
      assertThat(e.epoch()).isEqualTo(1);
      assertThat(e.step()).isEqualTo(1);
      assertThat(e.place()).isEqualTo("layer wide");
      assertFinite(e.lastGood().model().parameters());
      assertThat(e.lastGood().history().epochs()).isEmpty();
    }
  }

  @Test
  void aPenaltyThatIsNotFiniteIsTheLosssFault() {
    AutoencoderType type =
        new AutoencoderType() {
          @Override
          public Optional<CodePenalty> codePenalty() {
            return Optional.of(
                new CodePenalty() {
                  @Override
                  public String name() {
                    return "nothing sound";
                  }

                  @Override
                  public double penalise(
                      Tensor code, Tensor gradient, int rows, BatchContext step) {
                    return Double.NaN;
                  }
                });
          }
        };
    assertThat(diverge(trainer(new SquaredLoss(), type)).place()).isEqualTo("the loss itself");
  }

  /** Else early stopping would never see a better epoch, and give back what it began with. */
  @Test
  void aValidationLossThatIsNotFiniteStopsTraining() {
    Dataset extreme = Dataset.of(new float[][] {{1e30f, 0, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 0}});
    for (boolean stopping : new boolean[] {true, false}) {
      Trainer<Object> trainer = trainer(new SquaredLoss()).validation(extreme);
      if (stopping) {
        trainer.earlyStopping(new EarlyStopping(2));
      }
      TrainingDivergedException e = diverge(trainer);
      assertThat(e)
          .hasMessage(
              "[AE-234] The validation loss of epoch 1 is Infinity. Training stopped; lastGood()"
                  + " has the parameters that training began with. Look for extreme values in the"
                  + " validation data, scale the data, or lower the learning rate.");
      assertThat(e.place()).isEqualTo("the validation loss");
      assertThat(e.epoch()).isEqualTo(1);
      assertThat(e.step()).isEqualTo(3);
      assertThat(e.lastGood().history().ending()).isEqualTo(History.Ending.DIVERGED);
    }
  }

  @Test
  void theLastEpochWhoseValidationWasFiniteIsKept() {
    Dataset held = Dataset.of(Rows.uniform(8, 6, 2));
    float[] afterOne = trainer(new SquaredLoss()).epochs(1).fit(DATA).model().parameters();
    // Three steps and one validation batch an epoch: the eighth is the validation of the second.
    TrainingDivergedException e =
        diverge(
            trainer(new FailingLater(7, Float.NaN))
                .validation(held)
                .earlyStopping(new EarlyStopping(2)));
    assertThat(e)
        .hasMessageStartingWith("[AE-234] The validation loss of epoch 2 is NaN.")
        .hasMessageContaining("lastGood() has the parameters of the end of epoch 1.");
    assertThat(e.lastGood().model().parameters()).isEqualTo(afterOne);
    assertThat(e.lastGood().history().keptEpoch()).isEqualTo(1);
  }

  @Test
  void saturatedNetworksDoNotDiverge() {
    TestNetwork shape =
        TestNetwork.of(6).bottleneck("code", 3, new Sigmoid()).decoder("out", 6, new Sigmoid());
    Training<Object> training =
        new Trainer<>(TestSpec.of(() -> shape.build(1), new SquaredLoss()))
            .threads(1)
            .optimizer(new Adam(1e6))
            .fit(DATA);
    assertFinite(training.model().parameters());
    assertThat(training.history().last().loss()).isBetween(0.0, 1.0);
  }
}
