package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.error.SpecException;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import io.venturi.sparse.Sparsity;
import io.venturi.train.EpochMetrics;
import io.venturi.train.Training;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sparse autoencoders by generated networks. */
class SparseTest {

  private static final Venturi VENTURI = Venturi.create();

  private static float[][] rows(int count, int width) {
    float[][] rows = new float[count][width];
    SplittableRandom random = new SplittableRandom(11);
    for (float[] row : rows) {
      for (int i = 0; i < width; i++) {
        row[i] = (float) random.nextDouble(0.05, 0.95);
      }
    }
    return rows;
  }

  private static <S> Training<S> train(Class<S> spec) {
    int width = spec == SparseSpecs.ManyShardsSpec.class ? 64 : 7;
    return VENTURI
        .trainer(spec)
        .epochs(3)
        .batchSize(256)
        .validationSplit(0.1)
        .fit(Dataset.of(rows(1000, width)));
  }

  @Test
  void metricsShowPenaltiesAndCodes() {
    for (EpochMetrics epoch : train(SparseSpecs.ManyShardsSpec.class).history().epochs()) {
      assertThat(epoch.figures())
          .containsOnlyKeys(
              "reconstruction",
              "kl",
              "l1",
              "sparsity",
              "meanActivation",
              "deadUnits",
              "sparseness");
      assertThat(epoch.validationFigures()).containsOnlyKeys(epoch.figures().keySet());
      double penalty = 1e-3 * epoch.figures().get("kl") + 1e-4 * epoch.figures().get("l1");
      assertThat(epoch.figures().get("sparsity")).isCloseTo(penalty, within(1e-9));
      assertThat(epoch.figures().get("reconstruction") + penalty)
          .isCloseTo(epoch.loss(), within(1e-9));
      // Of codes that are not negative.
      assertThat(epoch.figures().get("l1"))
          .isCloseTo(48 * epoch.figures().get("meanActivation"), within(1e-6));
    }
  }

  @Test
  void modelsEncodeSparsely() {
    try (Model<?> model = train(SparseSpecs.TopKSpec.class).model()) {
      float[][] rows = rows(50, 7);
      for (float[] code : model.encode(rows)) {
        assertThat(IntStream.range(0, 5).filter(i -> code[i] != 0)).hasSize(2);
      }
      assertThat(model.decode(model.encode(rows))).isDeepEqualTo(model.reconstruct(rows));
    }
  }

  @Test
  void aDivergenceHoldsTheMeanAtItsTarget() {
    Dataset data = Dataset.of(rows(1000, 7));
    try (Model<?> model =
        VENTURI.trainer(SparseSpecs.KlSpec.class).epochs(60).batchSize(100).fit(data).model()) {
      assertThat(Sparsity.of(model, data).meanActivation()).isBetween(0.19, 0.21);
      assertThat(Sparsity.of(model, data)).isEqualTo(Sparsity.of(model, data));
    }
  }

  @Test
  void anL1PenaltyMakesCodesSmaller() {
    Dataset data = Dataset.of(rows(300, 7));
    EpochMetrics first = train(SparseSpecs.L1Spec.class).history().epochs().get(0);
    Training<?> longer =
        VENTURI.trainer(SparseSpecs.L1Spec.class).epochs(60).batchSize(15).fit(data);
    assertThat(longer.history().last().figures().get("l1"))
        .isLessThan(0.5 * first.figures().get("l1"));
  }

  /** As wide as nobody knows before the data is there. */
  @Test
  void noMoreAreKeptThanThereAre() {
    var trainer = VENTURI.trainer(SparseSpecs.TableSpec.class).epochs(1);
    trainer.fit(Dataset.of(rows(20, 10))).model().close();
    assertThatExceptionOfType(SpecException.class)
        .isThrownBy(() -> trainer.fit(Dataset.of(rows(20, 7))))
        .withMessage(
            "[AE-286] TableSpec uses @Sparse, which keeps the 5 largest activations of a row, but"
                + " the code has 4 units: set a smaller k, or more units.");
  }
}
