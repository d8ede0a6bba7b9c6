package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Layer;
import io.venturi.annotation.Mirrored;
import io.venturi.annotation.MissingValues;
import io.venturi.data.Csv;
import io.venturi.data.Dataset;
import io.venturi.data.Scalers;
import io.venturi.denoising.Denoising;
import io.venturi.error.SpecException;
import io.venturi.error.TrainingException;
import io.venturi.kernel.Linear;
import io.venturi.kernel.Softmax;
import io.venturi.losses.CategoricalCrossEntropy;
import io.venturi.losses.CosineDistance;
import io.venturi.losses.Huber;
import io.venturi.losses.MeanSquaredError;
import io.venturi.model.Model;
import io.venturi.noise.Masking;
import io.venturi.runtime.Venturi;
import io.venturi.train.Adam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Specs with {@link MissingValues}, as a user writes them. */
class MissingValuesEndToEndTest {

  private static final Venturi VENTURI = Venturi.create();

  @MissingValues
  @Autoencoder(input = Autoencoder.FROM_DATA, decoder = @Mirrored(output = Linear.class))
  @MeanSquaredError
  interface Table {
    @Bottleneck
    @Dense(units = 2)
    Layer codes();
  }

  @Denoising
  @Masking(fraction = 0.2)
  @MissingValues(fill = 0.1)
  @Autoencoder(input = 8, decoder = @Mirrored(output = Linear.class))
  @Huber
  interface Masked {
    @Bottleneck
    @Dense(units = 2)
    Layer codes();
  }

  @MissingValues
  @Autoencoder(input = 8, decoder = @Mirrored(output = Linear.class))
  @CosineDistance
  interface Directions {
    @Bottleneck
    @Dense(units = 2)
    Layer codes();
  }

  @MissingValues
  @Autoencoder(input = 8, decoder = @Mirrored(output = Softmax.class))
  @CategoricalCrossEntropy
  interface Shares {
    @Bottleneck
    @Dense(units = 2)
    Layer codes();
  }

  @MissingValues(fill = Double.NaN)
  @Autoencoder(input = 8, decoder = @Mirrored(output = Linear.class))
  @MeanSquaredError
  interface Unfilled {
    @Bottleneck
    @Dense(units = 2)
    Layer codes();
  }

  /** Rows of two directions in eight features, and the same with gaps. */
  private static float[][] rows(int count, double missing) {
    SplittableRandom random = new SplittableRandom(1);
    float[][] rows = new float[count][8];
    for (float[] row : rows) {
      double a = random.nextDouble(-1, 1);
      double b = random.nextDouble(-1, 1);
      for (int i = 0; i < 8; i++) {
        double x = a * Math.cos(i) + b * Math.sin(2 * i);
        row[i] = random.nextDouble() < missing ? Float.NaN : (float) x;
      }
      row[0] = (float) a;
    }
    return rows;
  }

  /** What is missing is told from what is there, better than by the mean. */
  @Test
  void fillsGapsIn() {
    float[][] whole = rows(2000, 0);
    float[][] lacking = rows(2000, 0.2);
    for (Class<?> spec : List.of(Table.class, Masked.class)) {
      Model<?> model =
          VENTURI
              .trainer(spec)
              .epochs(60)
              .batchSize(64)
              .optimizer(new Adam(0.01))
              .scaler(Scalers.standard())
              .fit(Dataset.of(lacking))
              .model();
      float[][] again = model.reconstruct(lacking);
      double error = 0;
      double mean = 0;
      for (int r = 0; r < whole.length; r++) {
        for (int i = 0; i < 8; i++) {
          if (Float.isNaN(lacking[r][i])) {
            error += Math.pow(again[r][i] - whole[r][i], 2);
            mean += Math.pow(whole[r][i], 2);
          }
        }
      }
      assertThat(error).isLessThan(mean / 2);
    }
  }

  @Test
  void cosinesAreOfWhatWasObserved() {
    Model<?> model =
        VENTURI.trainer(Directions.class).epochs(2).fit(Dataset.of(rows(200, 0.3))).model();
    assertThat(model.parameters()).doesNotContain(Float.NaN);
  }

  @Test
  void refusesWhatDoesNotGoWithIt() {
    assertThatThrownBy(
            () ->
                VENTURI
                    .trainer(Shares.class)
                    .fit(Dataset.of(new float[][] {{1, 0, 0, 0, 0, 0, 0, 0}})))
        .isInstanceOf(TrainingException.class)
        .hasMessageStartingWith(
            "[AE-248] @CategoricalCrossEntropy cannot count the values of a row")
        .hasMessageContaining("@MissingValues");
    assertThatThrownBy(() -> VENTURI.trainer(Unfilled.class))
        .isInstanceOf(SpecException.class)
        .hasMessage("[AE-230] fill of @MissingValues is NaN, but must be a finite float.");
  }

  @Test
  void corruptsWhatIsFilledIn() {
    for (float[] row : VENTURI.corrupt(Masked.class, Dataset.of(rows(50, 0.3)), 1).toArray()) {
      assertThat(row).doesNotContain(Float.NaN);
    }
  }

  @Test
  void tablesKeepThem(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("table.csv");
    Files.writeString(file, "a,b,c\n1,,3\n2,5,NA\n3,6,7\n4,7,?\n");
    Csv.Options options = Csv.Options.defaults().keepMissing();

    float[][] rows = Csv.read(file, options).data().toArray();
    assertThat(rows[0]).containsExactly(1, Float.NaN, 3);
    assertThat(rows[3][2]).isNaN();
    Model<?> one =
        VENTURI.trainer(Table.class).epochs(2).fit(Csv.read(file, options).data()).model();
    Model<?> other = VENTURI.trainer(Table.class).epochs(2).fit(Csv.stream(file, options)).model();
    assertThat(other.provenance().facts()).containsKey("epochs");
    assertThat(one.reconstruct(rows)[0][1]).isFinite();
  }

  @Test
  void aSavedModelKnowsWithAndWithoutItsSpec(@TempDir Path folder) {
    float[][] rows = rows(100, 0.2);
    Model<?> model = VENTURI.trainer(Masked.class).epochs(2).fit(Dataset.of(rows)).model();
    Path file = folder.resolve("model.venturi");
    model.save(file);
    assertThat(VENTURI.load(file, Masked.class).reconstruct(rows))
        .isDeepEqualTo(model.reconstruct(rows));
    assertThat(VENTURI.load(file).inference().score(rows)).isEqualTo(model.inference().score(rows));
  }
}
