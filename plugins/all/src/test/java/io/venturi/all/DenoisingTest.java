package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.annotation.Mirrored;
import io.venturi.data.Dataset;
import io.venturi.denoising.Denoising;
import io.venturi.error.SpecException;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Tanh;
import io.venturi.losses.MeanSquaredError;
import io.venturi.model.Model;
import io.venturi.noise.DropoutNoise;
import io.venturi.noise.GaussianNoise;
import io.venturi.noise.Masking;
import io.venturi.noise.SaltAndPepper;
import io.venturi.noise.Speckle;
import io.venturi.noise.UniformNoise;
import io.venturi.runtime.Venturi;
import io.venturi.train.Adam;
import io.venturi.train.Training;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Denoising autoencoders as a user writes them. */
class DenoisingTest {

  private static final Venturi VENTURI = Venturi.create();

  @Autoencoder(input = 24, decoder = @Mirrored(output = Linear.class))
  @MeanSquaredError
  interface Plain {
    @Encoder
    @Dense(units = 16, activation = Tanh.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3)
    Layer codes();
  }

  @Denoising
  @GaussianNoise(standardDeviation = 0.5)
  @Autoencoder(input = 24, decoder = @Mirrored(output = Linear.class))
  @MeanSquaredError
  interface Gaussian {
    @Encoder
    @Dense(units = 16, activation = Tanh.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3)
    Layer codes();
  }

  @Denoising
  @Speckle(standardDeviation = 0.1)
  @UniformNoise(limit = 0.1)
  @DropoutNoise(rate = 0.1)
  @SaltAndPepper(fraction = 0.1, low = -1, high = 1)
  @Masking(fraction = 0.2)
  @GaussianNoise(standardDeviation = 0.1, min = -1, max = 1)
  @Autoencoder(input = 24, decoder = @Mirrored(output = Linear.class))
  @MeanSquaredError
  interface Everything {
    @Encoder
    @Dense(units = 16, activation = Tanh.class)
    Layer first();

    @Bottleneck
    @Dense(units = 3)
    Layer codes();
  }

  /** Points on a circle, along 24 directions. */
  private static Dataset rows(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] rows = new float[count][24];
    for (float[] row : rows) {
      double angle = random.nextDouble(2 * Math.PI);
      for (int i = 0; i < 24; i++) {
        row[i] = (float) Math.cos(angle + i * Math.PI / 12);
      }
    }
    return Dataset.of(rows);
  }

  private static <S> Training<S> train(Class<S> spec) {
    return VENTURI
        .trainer(spec)
        .epochs(15)
        .batchSize(200)
        .optimizer(new Adam(0.01))
        .seed(3)
        .validation(rows(200, 9))
        .fit(rows(2000, 1));
  }

  /** Against clean rows, what the denoising model makes of noisy ones is better. */
  @Test
  void mendsWhatIsNoisy() {
    Dataset clean = rows(500, 2);
    Dataset noisy = VENTURI.corrupt(Gaussian.class, clean, 7);

    double denoised = error(train(Gaussian.class).model(), noisy, clean);

    assertThat(error(noisy.toArray(), clean)).isBetween(0.24, 0.26);
    assertThat(denoised).isLessThan(0.06);
    assertThat(denoised).isLessThan(error(train(Plain.class).model(), noisy, clean));
  }

  private static double error(Model<?> model, Dataset noisy, Dataset clean) {
    return error(model.reconstruct(noisy.toArray()), clean);
  }

  private static double error(float[][] rows, Dataset clean) {
    float[][] wanted = clean.toArray();
    double sum = 0;
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < 24; i++) {
        sum += Math.pow(rows[r][i] - wanted[r][i], 2) / 24 / rows.length;
      }
    }
    return sum;
  }

  /** The training loss is that of noisy rows, the validation loss that of clean ones. */
  @Test
  void validatesWithoutNoise() {
    Training<Gaussian> run = train(Gaussian.class);
    assertThat(run.history().last().validationLoss().orElseThrow())
        .isLessThan(run.history().last().loss() / 2);
  }

  @Test
  void corruptsCopiesByTheSeed() {
    Dataset clean = rows(50, 2);
    float[][] before = clean.toArray();
    Dataset noisy = VENTURI.corrupt(Everything.class, clean, 7);

    assertThat(clean.toArray()).isDeepEqualTo(before);
    assertThat(noisy.toArray())
        .isDeepEqualTo(VENTURI.corrupt(Everything.class, clean, 7).toArray());
    assertThat(noisy.toArray()[0])
        .isNotEqualTo(VENTURI.corrupt(Everything.class, clean, 8).toArray()[0]);
    assertThat(noisy.shape()).isEqualTo(clean.shape());
  }

  @Test
  void saysWhereThereIsNoNoise() {
    assertThatThrownBy(() -> VENTURI.corrupt(Plain.class, rows(5, 2), 7))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "[AE-300] Plain has nothing that corrupts rows: give it @Denoising and a noise"
                + " annotation, or leave its rows as they are.");
  }

  /** Of what it was trained with the noise is the setting to know. */
  @Test
  void aModelKnowsItsNoiseWithAndWithoutItsSpec(@TempDir Path folder) {
    Model<Gaussian> model =
        VENTURI.trainer(Gaussian.class).epochs(1).fit(Dataset.of(new float[8][24])).model();
    Path file = folder.resolve("model.venturi");
    model.save(file);
    for (Model<?> each : List.of(model, VENTURI.load(file, Gaussian.class), VENTURI.load(file))) {
      assertThat(each.annotation(GaussianNoise.class).orElseThrow().standardDeviation())
          .isEqualTo(0.5);
      assertThat(each.annotation(Masking.class)).isEmpty();
    }
  }
}
