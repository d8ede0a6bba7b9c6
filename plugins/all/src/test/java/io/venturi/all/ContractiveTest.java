package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.contractive.Contraction;
import io.venturi.data.Dataset;
import io.venturi.data.Scalers;
import io.venturi.error.DataException;
import io.venturi.error.SpecException;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import io.venturi.spi.NetworkDescription;
import io.venturi.train.EpochMetrics;
import io.venturi.train.Training;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Contractive autoencoders by generated networks, and the Jacobian of models. */
class ContractiveTest {

  private static final Venturi VENTURI = Venturi.create();
  private static final float[][] ROWS = rows(17);

  private static float[][] rows(int count) {
    float[][] rows = new float[count][7];
    SplittableRandom random = new SplittableRandom(11);
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) random.nextDouble(0.05, 0.95);
      }
    }
    return rows;
  }

  static List<Class<?>> models() {
    return List.of(
        ContractiveSpecs.SmoothSpec.class,
        ContractiveSpecs.SofterTableSpec.class,
        ContractiveSpecs.VanillaSpec.class);
  }

  @ParameterizedTest
  @MethodSource("models")
  void aModelsJacobianIsThatOfDifferencesOfItsCodes(Class<?> spec) {
    try (Model<?> model = train(spec).model()) {
      float[] row = ROWS[3];
      float step = 1f / 64;
      float[][] jacobian = model.jacobian(row);
      assertThat(jacobian).hasDimensions(model.encode(new float[][] {row})[0].length, 7);
      for (int input = 0; input < 7; input++) {
        float[] above = row.clone();
        float[] below = row.clone();
        above[input] += step;
        below[input] -= step;
        float[][] codes = model.encode(new float[][] {above, below});
        for (int code = 0; code < jacobian.length; code++) {
          double slope = (codes[0][code] - codes[1][code]) / (2 * step);
          assertThat((double) jacobian[code][input]).isCloseTo(slope, within(2e-3));
        }
      }
    }
  }

  /** Of a scaled row. */
  @Test
  void aScalersFactorIsNotInTheJacobian() {
    float[][] tenfold = new float[64][7];
    float[][] rows = rows(64);
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < 7; i++) {
        tenfold[r][i] = 10 * rows[r][i];
      }
    }
    var trainer = VENTURI.trainer(ContractiveSpecs.SmoothSpec.class).epochs(1);
    try (Model<?> small = trainer.scaler(Scalers.minMax()).fit(Dataset.of(rows)).model();
        Model<?> large = trainer.scaler(Scalers.minMax()).fit(Dataset.of(tenfold)).model()) {
      float[] expected = small.jacobian(rows[0])[0];
      assertThat(large.jacobian(tenfold[0])[0]).containsExactly(expected, within(1e-4f));
    }
  }

  private static Training<?> train(Class<?> spec) {
    return VENTURI
        .trainer(spec)
        .epochs(3)
        .batchSize(256)
        .validationSplit(0.1)
        .fit(Dataset.of(rows(1000)));
  }

  @Test
  void metricsShowThePenaltyOfTrainingAndOfValidation() {
    for (EpochMetrics epoch : train(ContractiveSpecs.ManyShardsSpec.class).history().epochs()) {
      double penalty = epoch.figures().get("contractive");
      double held = epoch.validationFigures().get("contractive");
      assertThat(penalty).isPositive();
      assertThat(held).isPositive();
      assertThat(epoch.figures().get("reconstruction") + penalty)
          .isCloseTo(epoch.loss(), within(1e-9));
      assertThat(epoch.validationFigures().get("reconstruction") + held)
          .isCloseTo(epoch.validationLoss().orElseThrow(), within(1e-9));
    }
  }

  @Test
  void thePenaltyContractsTheEncoder() {
    Dataset data = Dataset.of(rows(200));
    try (Model<?> vanilla = trainLonger(ContractiveSpecs.VanillaSpec.class);
        Model<?> contractive = trainLonger(ContractiveSpecs.ManyShardsSpec.class)) {
      assertThat(Contraction.of(contractive, data).squaredNorm())
          .isLessThan(0.8 * Contraction.of(vanilla, data).squaredNorm());
      assertThat(Contraction.of(contractive, data)).isEqualTo(Contraction.of(contractive, data));
    }
  }

  private static Model<?> trainLonger(Class<?> spec) {
    return VENTURI.trainer(spec).epochs(20).batchSize(100).fit(Dataset.of(rows(1000))).model();
  }

  @Test
  void contractionNeedsTwoRows() {
    try (Model<?> model = train(Specs.LinearSpec.class).model()) {
      assertThatThrownBy(() -> Contraction.of(model, Dataset.of(rows(1))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("1 row says nothing of how far apart codes lie: give at least two");
    }
  }

  /** All layers are linear, so that J is the same at every row. */
  @Test
  void contractionIsTheNormOverTheVariance() {
    try (Model<?> model = train(Specs.LinearSpec.class).model()) {
      Contraction contraction = Contraction.of(model, Dataset.of(ROWS));
      float[][] jacobian = model.jacobian(ROWS[0]);
      double norm = 0;
      for (float[] row : jacobian) {
        for (float value : row) {
          norm += value * value;
        }
      }
      float[][] codes = model.encode(ROWS);
      double variance = 0;
      for (int i = 0; i < 3; i++) {
        int code = i;
        double mean = IntStream.range(0, 17).mapToDouble(r -> codes[r][code]).average().orElse(0);
        variance +=
            IntStream.range(0, 17)
                .mapToDouble(r -> Math.pow(codes[r][code] - mean, 2))
                .average()
                .orElse(0);
      }
      assertThat(contraction.squaredNorm()).isCloseTo(norm, within(1e-5));
      assertThat(contraction.variance()).isCloseTo(variance, within(1e-5));
      assertThat(contraction.relative()).isCloseTo(norm / variance, within(1e-3));
    }
  }

  @Test
  void aLoadedModelHasTheSameJacobian(@TempDir Path folder) {
    Path file = folder.resolve("model.venturi");
    try (Model<?> model = train(ContractiveSpecs.ManyShardsSpec.class).model()) {
      model.save(file);
      float[][] expected = model.jacobian(ROWS[0]);
      try (Model<?> withSpec = VENTURI.load(file, ContractiveSpecs.ManyShardsSpec.class);
          Model<?> without = VENTURI.load(file)) {
        assertThat(withSpec.jacobian(ROWS[0])).isDeepEqualTo(expected);
        assertThat(without.jacobian(ROWS[0])).isDeepEqualTo(expected);
      }
    }
  }

  @Test
  void anEncoderWithoutDerivativesIsNamed() {
    try (Model<?> model =
        VENTURI
            .trainer(NormalizedSpecs.LayerNormalizationSpec.class)
            .epochs(1)
            .fit(Dataset.of(ROWS))
            .model()) {
      NetworkDescription description = model.description();
      assertThatExceptionOfType(SpecException.class)
          .isThrownBy(() -> model.jacobian(ROWS[0]))
          .withMessageContaining("[AE-285] " + description.simpleName())
          .withMessageContaining("a @LayerNormalization");
    }
  }

  @Test
  void aRowOfAnotherWidthIsRefused() {
    try (Model<?> model = train(ContractiveSpecs.OneLayerSpec.class).model()) {
      assertThatExceptionOfType(DataException.class)
          .isThrownBy(() -> model.jacobian(new float[6]))
          .withMessageContaining("AE-204");
    }
  }
}
