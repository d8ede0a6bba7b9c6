package io.venturi.train;

import static io.venturi.testing.DoubleNetwork.finiteDifferences;
import static io.venturi.testing.DoubleNetwork.relativeError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.data.Dataset;
import io.venturi.data.Gaps;
import io.venturi.data.RowStream;
import io.venturi.data.Scaler;
import io.venturi.data.Scalers;
import io.venturi.error.DataException;
import io.venturi.error.TrainingException;
import io.venturi.internal.AssembledNetwork;
import io.venturi.kernel.Activation;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Tanh;
import io.venturi.kernel.Tensor;
import io.venturi.model.Model;
import io.venturi.model.SpecBinding;
import io.venturi.runtime.Venturi;
import io.venturi.spi.AutoencoderType;
import io.venturi.spi.Corruption;
import io.venturi.spi.Loss;
import io.venturi.spi.LossTile;
import io.venturi.testing.Rows;
import io.venturi.testing.SmallAutoencoder;
import io.venturi.testing.SquaredLoss;
import io.venturi.testing.TestNetwork;
import io.venturi.testing.TestSpec;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NaN that stands for a missing value. */
class MissingValuesTest {

  private static final float FILL = 0.25f;
  private static final float NAN = Float.NaN;

  private static float[][] rows(int count) {
    float[][] rows = Rows.uniform(count, 6, 0.05f, 0.95f, 5);
    SplittableRandom random = new SplittableRandom(3);
    for (float[] row : rows) {
      for (int i = 1; i < 6; i++) {
        row[i] = random.nextDouble() < 0.3 ? NAN : row[i];
      }
    }
    return rows;
  }

  private static float[][] filled(float[][] rows) {
    float[][] filled = new float[rows.length][];
    for (int r = 0; r < rows.length; r++) {
      filled[r] = rows[r].clone();
      Gaps.filledWith(FILL).fill(filled[r], 6);
    }
    return filled;
  }

  private static SpecBinding<SmallAutoencoder> spec(Gaps gaps, AutoencoderType... types) {
    SpecBinding<SmallAutoencoder> s = TestSpec.small(types);
    return new SpecBinding<>(
        s.spec(),
        s.network(),
        s.loss(),
        s.lossName(),
        s.target(),
        s.types(),
        s.annotations(),
        gaps);
  }

  private static Trainer<SmallAutoencoder> trainer(AutoencoderType... types) {
    return new Trainer<>(spec(Gaps.filledWith(FILL), types)).epochs(3).seed(1);
  }

  /** Means over what was observed, with and without weights of features. */
  @Test
  void gradientsAgreeWithFiniteDifferences() {
    TestNetwork shape =
        TestNetwork.of(6)
            .encoder("wide", 5, new Tanh())
            .bottleneck("code", 3, new Sigmoid())
            .decoder("out", 6, new Sigmoid());
    float[][] rows = rows(11);
    for (float[] features : new float[][] {{1, 1, 1, 1, 1, 1}, {2, 0.5f, 1, 3, 0, 1}}) {
      AssembledNetwork network = shape.build(2);
      Tensor gradient = Tensor.allocate(1, network.parameters().size());
      ElementWeights weights = ElementWeights.of(features).with(Gaps.filledWith(FILL));
      double value =
          new Objective(network, new SquaredLoss(), List.of(), weights)
              .gradient(
                  network.parameters().values(),
                  Dataset.of(rows),
                  IntStream.range(0, 11).toArray(),
                  1,
                  gradient);
      float[] at = network.parameters().values().toArray();
      double[] expected = finiteDifferences(at, p -> exact(shape, p, rows, features));

      assertThat(relativeError(gradient.toArray(), expected)).isLessThan(1e-4);
      double[] inDouble = new double[at.length];
      Arrays.setAll(inDouble, i -> at[i]);
      assertThat(value).isCloseTo(exact(shape, inDouble, rows, features), within(1e-6));
    }
  }

  private static double exact(
      TestNetwork shape, double[] parameters, float[][] rows, float[] features) {
    List<double[]> outputs =
        shape.inDouble().forward(parameters, filled(rows), UnaryOperator.identity()).outputs();
    double sum = 0;
    for (int r = 0; r < rows.length; r++) {
      double errors = 0;
      double count = 0;
      for (int i = 0; i < 6; i++) {
        if (!Float.isNaN(rows[r][i])) {
          errors += features[i] * Math.pow(outputs.get(r)[i] - rows[r][i], 2);
          count += features[i];
        }
      }
      sum += errors / count;
    }
    return sum / rows.length;
  }

  /**
   * The loss of a model that is not changed is that of its errors, where values are missing too.
   */
  @Test
  void validationErrorsAndScoresCountWhatWasObserved() {
    float[][] rows = rows(80);
    Training<SmallAutoencoder> run =
        trainer().epochs(1).optimizer(new Sgd(1e-30)).validation(Dataset.of(rows)).fit(data(rows));
    Model<SmallAutoencoder> model = run.model();
    float[][] again = model.reconstruct(rows);
    double mean = 0;
    for (int r = 0; r < rows.length; r++) {
      double errors = 0;
      int count = 0;
      for (int i = 0; i < 6; i++) {
        assertThat(again[r][i]).isFinite();
        if (!Float.isNaN(rows[r][i])) {
          errors += Math.pow((double) again[r][i] - rows[r][i], 2);
          count++;
        }
      }
      assertThat(model.inference().score(rows[r])).isCloseTo(errors / count, within(1e-6));
      assertThat(model.inference().score(rows)[r]).isCloseTo(errors / count, within(1e-6));
      mean += errors / count / rows.length;
    }
    assertThat(model.meanSquaredError(data(rows))).isCloseTo(mean, within(1e-6));
    assertThat(model.meanSquaredError(stream(rows))).isCloseTo(mean, within(1e-6));
    assertThat(run.history().last().validationLoss().orElseThrow()).isCloseTo(mean, within(1e-6));
    assertThat(run.history().last().loss()).isCloseTo(mean, within(1e-6));
  }

  @Test
  void theEncoderSeesTheFilling() {
    float[][] rows = rows(40);
    Model<SmallAutoencoder> model = trainer().fit(data(rows)).model();

    assertThat(model.encode(rows)).isDeepEqualTo(model.encode(filled(rows)));
    assertThat(model.reconstruct(rows)).isDeepEqualTo(model.reconstruct(filled(rows)));
    float[] code = new float[model.description().codeSize()];
    model.inference().encode(rows[1], code);
    float[] same = new float[code.length];
    model.inference().encode(filled(rows)[1], same);
    assertThat(code).isEqualTo(same);
    assertThat(Float.isNaN(rows[1][1]) || Arrays.stream(boxed(rows)).anyMatch(f -> f.isNaN()))
        .isTrue();
  }

  private static Float[] boxed(float[][] rows) {
    return Arrays.stream(rows)
        .flatMap(row -> IntStream.range(0, row.length).mapToObj(i -> row[i]))
        .toArray(Float[]::new);
  }

  @Test
  void whereNothingIsMissingNoBitChanges() {
    Dataset data = Dataset.of(Rows.uniform(300, 6, 1));
    Model<?> plain =
        new Trainer<>(spec(Gaps.REFUSED)).epochs(3).seed(1).validation(data).fit(data).model();
    Model<?> model = trainer().validation(data).fit(data).model();

    assertThat(model.parameters()).isEqualTo(plain.parameters());
    assertThat(model.inference().score(data)).isEqualTo(plain.inference().score(data));
  }

  @Test
  void threadsAndStreamsDoNotChangeABit() {
    float[][] rows = rows(700);
    float[] one = trainer().batchSize(300).threads(1).fit(data(rows)).model().parameters();
    for (int threads : new int[] {2, 3, 5}) {
      assertThat(trainer().batchSize(300).threads(threads).fit(data(rows)).model().parameters())
          .isEqualTo(one);
    }
    assertThat(trainer().batchSize(300).fit(stream(rows)).model().parameters()).isEqualTo(one);
  }

  /** Corruptions never meet NaN. */
  @Test
  void typesCorruptFilledRows() {
    Corruption strict =
        (values, rows, width, firstRow, step) -> {
          for (int i = 0; i < rows * width; i++) {
            if (Float.isNaN(values[i])) {
              throw new AssertionError("NaN at " + i);
            }
            values[i] *= 0.5f;
          }
        };
    AutoencoderType type =
        new AutoencoderType() {
          @Override
          public Optional<Corruption> corruption() {
            return Optional.of(strict);
          }
        };
    Training<?> run = trainer(type).validation(data(rows(20))).fit(data(rows(200)));
    assertThat(run.history().last().loss()).isFinite();
  }

  @Test
  void scalersLearnFromWhatWasObserved() {
    float[][] rows = {{1, NAN}, {3, 10}, {NAN, 30}, {8, 20}, {NAN, 50}};
    float[][] first = {{1}, {3}, {8}};
    float[][] second = {{10}, {30}, {20}, {50}};
    for (Scaler scaler :
        List.of(Scalers.standard(), Scalers.minMax(-1, 2), Scalers.robust(10, 80))) {
      var both = scaler.fit(Dataset.of(rows));
      var one = scaler.fit(Dataset.of(first));
      var two = scaler.fit(Dataset.of(second));
      assertThat(both.center()[0]).isCloseTo(one.center()[0], within(1e-5f));
      assertThat(both.scale()[0]).isCloseTo(one.scale()[0], within(1e-5f));
      assertThat(both.center()[1]).isCloseTo(two.center()[0], within(1e-5f));
      assertThat(both.scale()[1]).isCloseTo(two.scale()[0], within(1e-5f));
      assertThatThrownBy(() -> scaler.fit(Dataset.of(new float[][] {{1, NAN}, {2, NAN}})))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("[AE-240]")
          .hasMessageContaining("feature 1");
    }
  }

  @Test
  void scaledAndSavedItComesBackWithAndWithoutItsSpec(@TempDir Path folder) {
    float[][] rows = rows(60);
    for (Scaler scaler : new Scaler[] {null, Scalers.standard()}) {
      Trainer<SmallAutoencoder> trainer = trainer();
      Model<?> model = (scaler == null ? trainer : trainer.scaler(scaler)).fit(data(rows)).model();
      Path file = folder.resolve("model.venturi");
      model.save(file);
      for (Model<?> again :
          List.of(
              Venturi.create().load(file, SmallAutoencoder.class), Venturi.create().load(file))) {
        assertThat(again.gaps()).isEqualTo(Gaps.filledWith(FILL));
        assertThat(again.reconstruct(rows)).isDeepEqualTo(model.reconstruct(rows));
        assertThat(again.inference().score(rows)).isEqualTo(model.inference().score(rows));
      }
    }
  }

  @Test
  void refusesEmptyRowsAndInfinityAndAllNaNWithoutTheAnnotation() {
    float[][] rows = rows(20);
    Arrays.fill(rows[7], NAN);
    String empty = "has no value at all, each is missing: leave the row out.";
    assertRefused(() -> trainer().fit(data(rows)), "[AE-301] Row 7 of the data " + empty);
    assertRefused(() -> trainer().fit(stream(rows)), "[AE-301] Row 7 of the stream " + empty);
    assertRefused(
        () -> trainer().scaler(Scalers.standard()).fit(data(rows)),
        "[AE-301] Row 7 of the data " + empty);
    Model<?> model = trainer().fit(data(rows(20))).model();
    assertRefused(() -> model.encode(rows), "[AE-301] Row 7 of the data " + empty);
    assertRefused(() -> model.meanSquaredError(data(rows)), "[AE-301] Row 7 of the data " + empty);
    assertRefused(
        () -> model.meanSquaredError(stream(rows)), "[AE-301] Row 7 of the stream " + empty);
    float[][] infinite = rows(20);
    infinite[3][0] = Float.POSITIVE_INFINITY;
    assertRefused(
        () -> trainer().fit(data(infinite)),
        "[AE-202] Row 3 of the data, feature 0 is Infinity: remove such rows or fill in the value; for those that are missing there is @MissingValues.");
    assertRefused(
        () -> model.encode(infinite),
        "[AE-202] Row 3 of the data, feature 0 is Infinity: remove such rows or fill in the value; for those that are missing there is @MissingValues.");
    float[][] codes = {{NAN, 0, 0}};
    assertThatThrownBy(() -> model.decode(codes)).isInstanceOf(DataException.class);
    Model<?> strict = new Trainer<>(spec(Gaps.REFUSED)).epochs(1).fit(filledData()).model();
    for (Runnable work :
        List.<Runnable>of(
            () -> new Trainer<>(spec(Gaps.REFUSED)).fit(data(rows(20))),
            () -> strict.encode(rows(20)),
            () -> strict.meanSquaredError(data(rows(20))))) {
      assertThatThrownBy(work::run).isInstanceOf(DataException.class).hasMessageContaining("NaN");
    }
  }

  private static Dataset filledData() {
    return Dataset.of(filled(rows(20)));
  }

  @Test
  void refusesLossesThatNeedWholeRows() {
    Loss opaque =
        new Loss() {
          @Override
          public void evaluate(LossTile tile, Activation activation) {}
        };
    SpecBinding<SmallAutoencoder> s = spec(Gaps.filledWith(0));
    SpecBinding<SmallAutoencoder> whole =
        new SpecBinding<>(
            s.spec(),
            s.network(),
            opaque,
            "Opaque",
            s.target(),
            s.types(),
            s.annotations(),
            s.gaps());
    assertThatThrownBy(() -> new Trainer<>(whole).fit(data(rows(9))))
        .isInstanceOf(TrainingException.class)
        .hasMessage(
            "[AE-248] @Opaque cannot count the values of a row differently, so it does not go with"
                + " @MissingValues. Take another loss, such as @MeanSquaredError.");
  }

  private static Dataset data(float[][] rows) {
    return Dataset.of(rows);
  }

  private static RowStream stream(float[][] rows) {
    return RowStream.of("the stream", () -> Arrays.asList(rows).iterator(), 6);
  }

  private static void assertRefused(Runnable work, String message) {
    assertThatThrownBy(work::run).isInstanceOf(DataException.class).hasMessage(message);
  }
}
