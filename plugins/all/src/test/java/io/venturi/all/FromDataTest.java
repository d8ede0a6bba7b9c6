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
import io.venturi.data.RowStream;
import io.venturi.error.DataException;
import io.venturi.error.ModelFileException;
import io.venturi.error.SpecException;
import io.venturi.kernel.Linear;
import io.venturi.losses.MeanSquaredError;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import io.venturi.spi.FromData;
import io.venturi.spi.Network;
import io.venturi.train.Adam;
import io.venturi.train.Training;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Specs that leave their width to the data. */
class FromDataTest {

  private static final Venturi VENTURI = Venturi.create();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"6, 3, 8", "166, 83, 200"})
  void oneSpecTrainsOnTablesOfAnyWidth(int width, int half, int more) {
    float[][] rows = rows(width, 300);
    Training<Specs.TableSpec> run =
        VENTURI
            .trainer(Specs.TableSpec.class)
            .epochs(200)
            .batchSize(30)
            .optimizer(new Adam(1e-2))
            .fit(Dataset.of(rows));
    Model<Specs.TableSpec> model = run.model();

    assertThat(model.meanSquaredError(Dataset.of(rows))).isLessThan(variance(rows) / 4);
    assertThat(model)
        .hasToString("TableSpec %d → %d → 3 → %d → %d".formatted(width, half, more, width));
    assertThat(model.layers().first().weights()).hasDimensions(width, half);

    Path file = folder.resolve("table.venturi");
    model.save(file);
    Model<Specs.TableSpec> again = VENTURI.load(file, Specs.TableSpec.class);
    Model<Network<?>> withoutSpec = VENTURI.load(file);
    assertThat(again.reconstruct(rows)).isDeepEqualTo(model.reconstruct(rows));
    assertThat(withoutSpec.reconstruct(rows)).isDeepEqualTo(model.reconstruct(rows));
    assertThat(again.layers().last().weights()).hasDimensions(more, width);
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 166})
  void tiedAndMirroredDecodersFollowTheWidth(int width) {
    float[][] rows = rows(width, 50);

    Model<?> tied =
        VENTURI.trainer(Specs.TiedTableSpec.class).epochs(1).fit(Dataset.of(rows)).model();
    Model<?> wide =
        VENTURI.trainer(Specs.OvercompleteTableSpec.class).epochs(1).fit(Dataset.of(rows)).model();

    int code = width == 6 ? 2 : 50;
    assertThat(tied)
        .hasToString("TiedTableSpec %1$d → %1$d → %2$d → %1$d → %1$d".formatted(width, code));
    assertThat(wide.encode(rows)).hasDimensions(50, width * 3 / 2);
  }

  @Test
  void aStreamHasItsWidthToo() {
    float[][] rows = rows(6, 40);
    RowStream stream = RowStream.of("the rows", () -> Arrays.asList(rows).iterator(), 6);

    Model<?> fromStream =
        VENTURI.trainer(Specs.TableSpec.class).epochs(2).shuffle(false).fit(stream).model();
    Model<?> fromMemory =
        VENTURI
            .trainer(Specs.TableSpec.class)
            .epochs(2)
            .shuffle(false)
            .fit(Dataset.of(rows))
            .model();

    assertThat(fromStream.encode(rows)).isDeepEqualTo(fromMemory.encode(rows));
  }

  @Test
  void aModelTakesRowsOfItsOwnWidthAlone() {
    Model<?> model =
        VENTURI.trainer(Specs.TableSpec.class).epochs(1).fit(Dataset.of(rows(6, 20))).model();

    assertThatThrownBy(() -> model.encode(rows(166, 2)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-204] the array has rows of 166 values, but TableSpec takes 6: check the spec's"
                + " input and the data.");
  }

  @Test
  void validationDataIsAsWideAsTheData() {
    assertThatThrownBy(
            () ->
                VENTURI
                    .trainer(Specs.TableSpec.class)
                    .validation(Dataset.of(rows(7, 5)))
                    .fit(Dataset.of(rows(6, 20))))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the validation data has rows of 7 values, but TableSpec takes 6");
  }

  @Test
  void aCodeThatIsNoNarrowerThanThisTableIsRefused() {
    assertThatThrownBy(() -> VENTURI.trainer(Specs.TableSpec.class).fit(Dataset.of(rows(3, 20))))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "[AE-012] @Bottleneck Specs.TableSpec.codes() has 3 units, wider, with rows of 3 values,"
                + " than its 2 inputs: it compresses nothing. Use fewer than 2, or add"
                + " @Overcomplete.");
    assertThatThrownBy(() -> VENTURI.trainer(Specs.TiedTableSpec.class).objective(1))
        .hasMessage(
            "[AE-012] @Bottleneck Specs.TiedTableSpec.codes() has 1 unit, as wide, with rows of 1"
                + " value, as its 1 input: it compresses nothing. Take rows of more values, or add"
                + " @Overcomplete.");
  }

  @Autoencoder(input = Autoencoder.FROM_DATA, decoder = @Mirrored(output = Linear.class))
  @MeanSquaredError
  interface Huge {
    @Encoder
    @Dense(share = 1)
    Layer first();

    @Bottleneck
    @Dense(units = 2)
    Layer codes();
  }

  @Test
  void parametersThatDoNotFitAreRefusedBeforeTheyAreAllocated() {
    assertThatThrownBy(() -> VENTURI.trainer(Huge.class).objective(100_000))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "[AE-021] FromDataTest.Huge has 20,000,700,002 parameters, more than the 536,870,911"
                + " that fit in one vector. Use narrower layers.");
  }

  @Test
  void anObjectiveNeedsAWidth() {
    assertThatThrownBy(() -> VENTURI.trainer(Specs.TableSpec.class).objective())
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "[AE-259] TableSpec leaves its width to the data, so without data there is no network:"
                + " say how wide rows are, by objective(inputs).");
    assertThatThrownBy(() -> VENTURI.trainer(Specs.TableSpec.class).objective(0))
        .hasMessage("[AE-230] inputs is 0, but must be at least 1.");
  }

  @Test
  void aFileOfOtherLayersIsRefused() {
    Path file = folder.resolve("other.venturi");
    VENTURI
        .trainer(Specs.TableSpec.class)
        .epochs(1)
        .fit(Dataset.of(rows(6, 20)))
        .model()
        .save(file);

    assertThatThrownBy(() -> VENTURI.load(file, Specs.TiedTableSpec.class))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("first (6 → 3")
        .hasMessageContaining("TiedTableSpec");
    assertThatThrownBy(() -> VENTURI.load(file, Specs.LinearSpec.class))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("rows of 6 values instead of 7");
  }

  /** Whole numbers that floating point misses stay what they are. */
  @ParameterizedTest
  @CsvSource({
    "0.1, 10, 1",
    "0.1, 30, 3",
    "0.07, 100, 7",
    "0.5, 7, 4",
    "0.001, 3, 1",
    "1, 166, 166",
    "1.5, 5, 8",
    "0.8333333333333334, 6, 5",
    "0.3333333333333333, 6, 2",
    "0.3333333333333333, 7, 3",
    "1e300, 5, 2147483647",
    "4.9e-324, 1, 1"
  })
  void sharesAreRoundedUp(double share, int inputs, int expected) {
    assertThat(FromData.share(share, inputs)).isEqualTo(expected);
  }

  /** Features in [0.1, 0.9] that follow from two causes. */
  private static float[][] rows(int width, int count) {
    SplittableRandom random = new SplittableRandom(5);
    float[][] rows = new float[count][width];
    for (float[] row : rows) {
      double a = random.nextDouble();
      double b = random.nextDouble();
      for (int i = 0; i < width; i++) {
        row[i] = (float) (0.5 + 0.2 * (Math.sin(i + 1) * a + Math.cos(i + 1) * b));
      }
    }
    return rows;
  }

  private static double variance(float[][] rows) {
    double sum = 0;
    int width = rows[0].length;
    for (int i = 0; i < width; i++) {
      double mean = 0;
      double squares = 0;
      for (float[] row : rows) {
        mean += row[i] / rows.length;
        squares += (double) row[i] * row[i] / rows.length;
      }
      sum += squares - mean * mean;
    }
    return sum / width;
  }
}
