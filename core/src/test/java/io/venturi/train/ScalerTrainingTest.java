package io.venturi.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.data.Dataset;
import io.venturi.data.Scaler;
import io.venturi.data.Scalers;
import io.venturi.data.Scaling;
import io.venturi.error.DataException;
import io.venturi.model.SpecBinding;
import io.venturi.testing.Rows;
import io.venturi.testing.SmallAutoencoder;
import io.venturi.testing.TestSpec;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScalerTrainingTest {

  private static final Dataset DATA = Dataset.of(Rows.uniform(80, 6, -20, 300, 1));

  private static Trainer<SmallAutoencoder> trainer() {
    return trainer(TestSpec.small());
  }

  private static Trainer<SmallAutoencoder> trainer(SpecBinding<SmallAutoencoder> binding) {
    return new Trainer<>(binding).threads(1).epochs(3).batchSize(8).seed(7);
  }

  @Test
  void isFittedToTheTrainingRowsAlone() {
    Dataset train = DATA.split(0.25, 7).second();
    Scaling expected = Scalers.standard().fit(train);

    Training<SmallAutoencoder> run =
        trainer().validationSplit(0.25).scaler(Scalers.standard()).fit(DATA);

    Scaling scaling = run.model().scaling().orElseThrow();
    assertThat(scaling.center()).isEqualTo(expected.center());
    assertThat(scaling.scale()).isEqualTo(expected.scale());
    assertThat(scaling.center()).isNotEqualTo(Scalers.standard().fit(DATA).center());
    assertThat(run.model().provenance().facts()).containsEntry("scaler", "standard");
  }

  /** The same bits as by hand, training and validation rows scaled alike. */
  @Test
  void isTheSameAsScalingByHand() {
    Dataset held = Dataset.of(Rows.uniform(20, 6, -20, 300, 2));
    Scaling scaling = Scalers.robust().fit(DATA);
    Training<?> byHand = trainer().validation(scaling.apply(held)).fit(scaling.apply(DATA));

    Training<?> run = trainer().validation(held).scaler(Scalers.robust()).fit(DATA);

    assertThat(run.model().parameters()).isEqualTo(byHand.model().parameters());
    assertThat(run.history().last().loss()).isEqualTo(byHand.history().last().loss());
    assertThat(run.history().last().validationLoss())
        .isEqualTo(byHand.history().last().validationLoss());
    assertThat(run.model().meanSquaredError(DATA))
        .isEqualTo(byHand.model().meanSquaredError(scaling.apply(DATA)));
    assertThat(byHand.model().scaling()).isEmpty();
  }

  @Test
  void theLossesIntervalIsAskedOfScaledRows() {
    Dataset held = DATA.slice(0, 1);
    Dataset train = Dataset.of(Rows.uniform(50, 6, 0, 10, 1));

    assertThatThrownBy(() -> trainer(TestSpec.smallInUnitInterval()).fit(DATA))
        .hasMessageContaining("[AE-203]");
    trainer(TestSpec.smallInUnitInterval()).scaler(Scalers.minMax()).fit(DATA);
    assertThatThrownBy(
            () ->
                trainer(TestSpec.smallInUnitInterval())
                    .scaler(Scalers.minMax())
                    .validation(held)
                    .fit(train))
        .isInstanceOf(DataException.class)
        .hasMessageMatching(
            "\\[AE-241\\] Row 0 of the validation data \\(rows 0 to 0\\), feature \\d is [-.\\d]+ and, scaled by"
                + " minMax\\(0.0, 1.0\\), [-.\\d]+: outside \\[0.0, 1.0\\] which @UnitLoss asks of"
                + " scaled data. Use Scalers.minMax\\(\\).clip\\(\\), or choose another loss.");
    trainer(TestSpec.smallInUnitInterval())
        .scaler(Scalers.minMax().clip())
        .validation(held)
        .fit(train);
  }

  @Test
  void refusesRawValuesThatAreNotFinite() {
    float[][] rows = DATA.toArray();
    rows[70][2] = Float.NaN;
    for (Scaler scaler :
        Arrays.asList(Scalers.standard(), Scalers.minMax().clip(), Scalers.robust())) {
      assertThatThrownBy(() -> trainer().scaler(scaler).fit(Dataset.of(rows)))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("[AE-202] Row 70 of the data, feature 2 is NaN");
    }
  }

  /** Anybody's scaler will do, if what it learns fits the rows. */
  @Test
  void takesScalersOfOthers() {
    float[] tens = {10, 10, 10, 10, 10, 10};
    Training<SmallAutoencoder> run =
        trainer().scaler(new Fixed(Scaling.of("tens", new float[6], tens))).fit(DATA);

    assertThat(run.model().toString()).endsWith(", scaled: tens");
    assertThatThrownBy(
            () ->
                trainer()
                    .scaler(new Fixed(Scaling.of("short", new float[1], new float[] {1})))
                    .fit(DATA))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-240] Scaler short cannot be fitted to the data: it is for 1 features, of 6.");
  }

  private record Fixed(Scaling scaling) implements Scaler {

    @Override
    public Scaling fit(Dataset rows) {
      return scaling;
    }

    @Override
    public RunningFit start(String name, int width) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String toString() {
      return scaling.name();
    }
  }
}
