package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.error.SpecException;
import io.venturi.losses.BernoulliLikelihood;
import io.venturi.losses.GaussianLikelihood;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import io.venturi.train.Adam;
import io.venturi.train.EpochMetrics;
import io.venturi.train.Trainer;
import io.venturi.variational.GenerativeModel;
import io.venturi.variational.Posterior;
import io.venturi.variational.Variational;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Variational autoencoders as a user has them. */
class VariationalTest {

  private static final Venturi VENTURI = Venturi.create();

  /** Two clusters in [0, 1], with a little noise. */
  private static float[][] rows(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] rows = new float[count][12];
    for (float[] row : rows) {
      int kind = random.nextInt(2);
      for (int i = 0; i < 12; i++) {
        row[i] = 0.8f * ((i + kind) % 2) + 0.2f * random.nextFloat();
      }
    }
    return rows;
  }

  private static <S> Trainer<S> trainer(Class<S> spec) {
    return VENTURI.trainer(spec).epochs(30).batchSize(100).optimizer(new Adam(0.01)).seed(1);
  }

  @Test
  void learnsAndSaysSo() {
    Dataset held = Dataset.of(rows(300, 2));
    var run = trainer(VariationalSpecs.Plain.class).validation(held).fit(Dataset.of(rows(1000, 1)));
    EpochMetrics last = run.history().last();
    assertThat(last.figures()).containsKeys("kl", "weightedKl", "reconstruction", "activeUnits");
    double first = run.history().epochs().get(0).validationLoss().orElseThrow();
    assertThat(last.validationLoss().orElseThrow()).isLessThan(0.9 * first);
    assertThat(last.warnings()).isEmpty();

    GenerativeModel model = GenerativeModel.of(run.model());
    double elbo = model.negativeElbo(held, 20, 3);
    assertThat(elbo).isCloseTo(last.validationLoss().orElseThrow(), within(0.1));
    assertThat(model.negativeLogLikelihood(held, 50, 3)).isLessThan(elbo);
    assertThat(model.activeUnits(held)).isBetween(1, 3);
    // Samples are of one cluster or the other: neighbours differ as they do in the data.
    float[][] samples = model.sample(200, 4);
    double contrast = 0;
    for (float[] sample : samples) {
      contrast += Math.abs(sample[0] - sample[1]) / samples.length;
    }
    assertThat(contrast).isGreaterThan(0.5);
    assertThat(model.sample(200, 4)).isDeepEqualTo(samples);
    assertThat(model.sample(200, 5)).isNotEqualTo(samples);
  }

  @Test
  void encodingGivesTheMeansAndDrawsNothing() {
    float[][] rows = rows(20, 3);
    Model<?> model = trainer(VariationalSpecs.Plain.class).epochs(2).fit(Dataset.of(rows)).model();
    float[][] codes = model.encode(rows);
    Posterior posterior = GenerativeModel.of(model).posterior(rows);
    assertThat(codes).isDeepEqualTo(posterior.means()).isDeepEqualTo(model.encode(rows));
    assertThat(model.reconstruct(rows)).isDeepEqualTo(model.decode(codes));
    float[] single = new float[3];
    model.inference().encode(rows[0], single);
    for (int j = 0; j < 3; j++) {
      assertThat(single[j]).isCloseTo(codes[0][j], within(1e-5f));
    }
    assertThat(model.inference().encoderOutput(rows)[0]).hasSize(6);
  }

  @Test
  void aFileMakesItAgainWithAndWithoutItsSpec(@TempDir Path folder) {
    float[][] rows = rows(20, 3);
    Path file = folder.resolve("model.venturi");
    Dataset data = Dataset.of(rows);
    Model<VariationalSpecs.Each> model =
        trainer(VariationalSpecs.Each.class).epochs(2).fit(data).model();
    model.save(file);
    Model<VariationalSpecs.Each> again = VENTURI.load(file, VariationalSpecs.Each.class);
    Model<?> blind = VENTURI.load(file);
    for (Model<?> each : List.of(again, blind)) {
      assertThat(each.fingerprint()).isEqualTo(model.fingerprint());
      assertThat(each.encode(rows)).isDeepEqualTo(model.encode(rows));
      assertThat(each.reconstruct(rows)).isDeepEqualTo(model.reconstruct(rows));
      assertThat(GenerativeModel.of(each).negativeElbo(data, 3, 1))
          .isEqualTo(GenerativeModel.of(model).negativeElbo(data, 3, 1));
      assertThat(each.annotation(Variational.class).orElseThrow().beta()).isEqualTo(1);
      assertThat(each.annotation(GaussianLikelihood.class).orElseThrow().learn())
          .isEqualTo(GaussianLikelihood.Learned.EACH);
      assertThat(each.annotation(BernoulliLikelihood.class)).isEmpty();
    }
    assertThat(model).hasToString(again.toString()).hasToString(blind.toString());
    assertThat(again.toString()).contains(" → 6 (codes of 3) → ");
    Path copy = folder.resolve("copy.venturi");
    blind.save(copy);
    assertThat(copy).hasSameBinaryContentAs(file);
  }

  @Test
  void aCollapseIsWarnedOf() {
    Dataset data = Dataset.of(rows(500, 1));
    EpochMetrics last = trainer(VariationalSpecs.Collapsed.class).fit(data).history().last();
    assertThat(last.figures()).containsEntry("activeUnits", 0.0);
    assertThat(last.warnings())
        .singleElement()
        .asString()
        .startsWith("only 0 of the code's 3 units are active: the posterior has collapsed");
  }

  @Test
  void composesWithNoise() {
    Dataset data = Dataset.of(rows(1000, 1));
    Model<?> model = trainer(VariationalSpecs.Denoised.class).fit(data).model();
    assertThat(GenerativeModel.of(model).activeUnits(data)).isPositive();
    assertThat(model.meanSquaredError(Dataset.of(rows(300, 2)))).isLessThan(0.02);
  }

  @Test
  void worksOnTablesOfAnyWidth() {
    Dataset data = Dataset.of(rows(100, 1));
    Model<?> model = trainer(VariationalSpecs.Table.class).epochs(2).fit(data).model();
    assertThat(model.description().codeSize()).isEqualTo(6);
    assertThat(model.description().latentSize()).isEqualTo(3);
    assertThat(model.encode(rows(1, 1))[0]).hasSize(3);
  }

  /** Of a linear decoder, −log p(x) has a closed form, and more draws come nearer to it. */
  @Test
  void theImportanceWeightedBoundComesToTheLikelihood() {
    SplittableRandom random = new SplittableRandom(8);
    float[][] rows = new float[400][4];
    for (float[] row : rows) {
      double a = random.nextDouble(-2, 2);
      double b = random.nextDouble(-1, 1);
      for (int i = 0; i < 4; i++) {
        row[i] = (float) (a * (i + 1) / 4 + b * (i % 2) + random.nextDouble(-0.5, 0.5));
      }
    }
    Dataset data = Dataset.of(rows);
    Model<VariationalSpecs.LinearDecoder> run =
        trainer(VariationalSpecs.LinearDecoder.class).epochs(60).fit(data).model();
    GenerativeModel model = GenerativeModel.of(run);
    double exact = 0;
    for (float[] row : rows) {
      exact += negativeLogDensity(run, row) / rows.length;
    }
    double elbo = model.negativeElbo(data, 50, 1);
    double few = model.negativeLogLikelihood(data, 5, 1);
    double many = model.negativeLogLikelihood(data, 2000, 1);
    assertThat(elbo).isGreaterThan(exact);
    assertThat(few).isBetween(exact - 0.05, elbo);
    assertThat(many).isCloseTo(exact, within(0.005));
  }

  /** x = Wᵀ z + b + noise is normal with covariance {@code WᵀW + ¼ I}. */
  private static double negativeLogDensity(
      Model<VariationalSpecs.LinearDecoder> model, float[] row) {
    float[][] w = model.layers().rebuilt().weights();
    float[] b = model.layers().rebuilt().biases();
    double[][] covariance = new double[4][5];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        covariance[i][j] = (i == j ? 0.25 : 0) + w[0][i] * w[0][j] + w[1][i] * w[1][j];
      }
      covariance[i][4] = row[i] - b[i];
    }
    double logDeterminant = 0;
    for (int k = 0; k < 4; k++) { // Elimination: symmetric and positive, so no pivots.
      logDeterminant += Math.log(covariance[k][k]);
      for (int i = k + 1; i < 4; i++) {
        double factor = covariance[i][k] / covariance[k][k];
        for (int j = k; j < 5; j++) {
          covariance[i][j] -= factor * covariance[k][j];
        }
      }
    }
    double quadratic = 0;
    for (int k = 0; k < 4; k++) {
      quadratic += covariance[k][4] * covariance[k][4] / covariance[k][k];
    }
    return 0.5 * (quadratic + logDeterminant + 4 * Math.log(2 * Math.PI));
  }

  @Test
  void refusesOtherModels() {
    Model<?> model =
        VENTURI.trainer(Specs.TanhSpec.class).epochs(1).fit(Dataset.of(new float[20][7])).model();
    assertThatThrownBy(() -> GenerativeModel.of(model))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "[AE-490] TanhSpec is no variational autoencoder: its spec has no @Variational. Train"
                + " one that has, or sample from a distribution that is fitted to its codes.");
  }

  @Test
  void refusesBoundsByNoDraws() {
    Dataset data = Dataset.of(new float[20][12]);
    GenerativeModel model =
        GenerativeModel.of(
            VENTURI.trainer(VariationalSpecs.Plain.class).epochs(1).fit(data).model());
    assertThatThrownBy(() -> model.negativeElbo(data, 0, 1))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-491] A bound on the likelihood by 0 draws a row is none: draw at least 1.");
  }
}
