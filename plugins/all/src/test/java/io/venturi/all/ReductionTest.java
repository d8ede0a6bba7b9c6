package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.venturi.application.Interval;
import io.venturi.application.report.Point;
import io.venturi.data.Dataset;
import io.venturi.data.Scalers;
import io.venturi.data.Scaling;
import io.venturi.error.DataException;
import io.venturi.model.Model;
import io.venturi.reduction.CodeMaps;
import io.venturi.reduction.Comparison;
import io.venturi.reduction.ComparisonOptions;
import io.venturi.reduction.Pca;
import io.venturi.reduction.Reduction;
import io.venturi.reduction.Verdict;
import io.venturi.report.HtmlReport;
import io.venturi.runtime.Venturi;
import io.venturi.train.Adam;
import io.venturi.train.Schedules;
import io.venturi.train.Training;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of generated networks beside PCA. */
class ReductionTest {

  private static final Venturi VENTURI = Venturi.create();
  private static final Reduction REDUCTION = VENTURI.application(Reduction.class);

  /** Linear mixtures of two factors, and noise. */
  private static Dataset linear(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] values = new float[rows][6];
    for (float[] row : values) {
      double u = random.nextGaussian();
      double v = random.nextGaussian();
      for (int j = 0; j < 6; j++) {
        row[j] = (float) (u * Math.cos(j) + v * Math.sin(2 * j) + 0.2 * random.nextGaussian() + j);
      }
    }
    return Dataset.of(values);
  }

  /** A curved surface: two numbers say all, but not linearly. */
  private static Dataset curved(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] values = new float[rows][];
    for (int i = 0; i < rows; i++) {
      double u = random.nextDouble(-1, 1);
      double v = random.nextDouble(-1, 1);
      values[i] =
          new float[] {
            (float) u,
            (float) v,
            (float) (u * u),
            (float) (v * v),
            (float) (u * v),
            (float) Math.sin(3 * u)
          };
    }
    return Dataset.of(values);
  }

  private static <S> Training<S> train(Class<S> spec, Dataset data, int epochs) {
    return VENTURI
        .trainer(spec)
        .epochs(epochs)
        .batchSize(32)
        .optimizer(new Adam(5e-3))
        .schedule(Schedules.cosine())
        .seed(3)
        .fit(data);
  }

  @Test
  void linearDataIsForPca() {
    Dataset train = linear(800, 1);
    Dataset heldOut = linear(400, 2);
    Training<ReductionSpecs.Three> run = train(ReductionSpecs.Three.class, train, 20);
    try (Model<?> model = run.model()) {
      Comparison found =
          REDUCTION.compare(
              model, train, heldOut, ComparisonOptions.defaults().withTraining(run.history()));

      assertThat(found.verdict().advice()).isEqualTo(Verdict.Advice.PCA);
      assertThat(found.verdict().sentence())
          .startsWith("Use PCA, which does ")
          .contains(" 95 % interval ");
      Pca pca = Pca.fit(train, 3);
      assertThat(found.pca().meanSquaredError()).isEqualTo(pca.meanSquaredError(heldOut));
      assertThat(found.pca().interval().contains(found.pca().meanSquaredError())).isTrue();
      assertThat(found.autoencoder().meanSquaredError())
          .isEqualTo(model.meanSquaredError(heldOut), within(1e-12));
      assertThat(found.autoencoder().squaredErrorPerRow())
          .isEqualTo(6 * found.autoencoder().meanSquaredError());
      assertThat(found.mean().explainedVariance()).isZero();
      assertThat(found.mean().neighbourhoods()).isEmpty();
      assertThat(found.untrained().meanSquaredError())
          .isGreaterThan(2 * found.autoencoder().meanSquaredError());
      assertThat(found.components()).hasSize(3).isSorted();
      assertThat(found.components().get(2))
          .isEqualTo(found.pca().explainedVariance(), within(1e-6));
      assertThat(found.pca().neighbourhoods().orElseThrow().trustworthiness()).isBetween(0.95, 1.0);
      assertThat(found.cost().passes()).isEqualTo("20 epochs of 800 rows");
      assertThat(found.cost().trainingSeconds()).hasValue(run.history().seconds());
    }
  }

  @Test
  void curvedDataIsForTheAutoencoder() {
    Dataset train = curved(1_500, 1);
    Dataset heldOut = curved(500, 2);
    try (Model<?> model = train(ReductionSpecs.Two.class, train, 80).model()) {
      Comparison found = REDUCTION.compare(model, train, heldOut);
      assertThat(found.verdict().advice()).isEqualTo(Verdict.Advice.AUTOENCODER);
      assertThat(found.verdict().sentence()).startsWith("Use the autoencoder: ");
      Interval interval = found.verdict().interval();
      assertThat(interval.low()).isPositive();
      assertThat(interval.contains(found.verdict().difference())).isTrue();
      assertThat(found.cost().trainingSeconds()).isEmpty();
    }
  }

  @Test
  void aModelThatLearnedNothingIsToldSo() {
    Dataset train = linear(300, 1);
    try (Model<?> trained = train(ReductionSpecs.Two.class, train, 1).model();
        Model<?> model = VENTURI.untrained(trained, 0)) {
      assertThat(REDUCTION.compare(model, train, linear(100, 2)).verdict().sentence())
          .startsWith("Use PCA, which does better than the autoencoder: ")
          .endsWith(
              "The autoencoder does no better than before its training: train it for longer, or look"
                  + " at its loss.");
    }
  }

  @Test
  void everybodyIsMeasuredInTheModelsUnits() {
    Dataset train = linear(500, 1);
    Dataset heldOut = linear(200, 2);
    try (Model<?> model =
        VENTURI
            .trainer(ReductionSpecs.Two.class)
            .epochs(5)
            .scaler(Scalers.standard())
            .seed(1)
            .fit(train)
            .model()) {
      Scaling scaling = model.scaling().orElseThrow();
      Comparison found = REDUCTION.compare(model, train, heldOut);
      assertThat(found.autoencoder().meanSquaredError())
          .isEqualTo(model.meanSquaredError(heldOut), within(1e-12));
      assertThat(found.pca().meanSquaredError())
          .isEqualTo(Pca.fit(scaling.apply(train), 2).meanSquaredError(scaling.apply(heldOut)));
      // Standardised values are about 1 from their mean, squared.
      assertThat(found.mean().meanSquaredError()).isCloseTo(1, withinPercentage(15));
    }
  }

  @Test
  void theSameSeedGivesTheSameBitsOnAnyNumberOfThreads() throws Exception {
    Dataset train = linear(300, 1);
    Dataset heldOut = linear(900, 2);
    ComparisonOptions options = ComparisonOptions.defaults().withNeighbourhoodRows(200);
    try (Model<?> model = train(ReductionSpecs.Two.class, train, 2).model()) {
      Comparison here = REDUCTION.compare(model, train, heldOut, options);
      for (int threads : new int[] {1, 4}) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
          Comparison there =
              pool.submit(() -> REDUCTION.compare(model, train, heldOut, options)).get();
          assertThat(there.autoencoder()).isEqualTo(here.autoencoder());
          assertThat(there.pca()).isEqualTo(here.pca());
          assertThat(there.untrained()).isEqualTo(here.untrained());
          assertThat(there.verdict()).isEqualTo(here.verdict());
        } finally {
          pool.shutdown();
        }
      }
      Comparison other = REDUCTION.compare(model, train, heldOut, options.withSeed(1));
      assertThat(other.pca().interval()).isNotEqualTo(here.pca().interval());
      assertThat(other.pca().neighbourhoods()).isNotEqualTo(here.pca().neighbourhoods());
    }
  }

  @Test
  void codesOfTwoNumbersAreTheirOwnMap() {
    Dataset train = curved(200, 1);
    Dataset heldOut = curved(90, 2);
    int[] labels = new int[90];
    for (int i = 0; i < 90; i++) {
      labels[i] = i % 3 == 0 ? 2 : 0;
    }
    try (Model<?> model = train(ReductionSpecs.Two.class, train, 2).model()) {
      CodeMaps maps =
          REDUCTION.maps(model, train, heldOut, labels, List.of("often", "never", "rare"));
      assertThat(maps.model().series()).extracting("name").containsExactly("often", "rare");
      float[][] codes = model.encode(heldOut.toArray());
      assertThat(maps.model().series().get(1).points())
          .hasSize(30)
          .startsWith(new Point(codes[0][0], codes[0][1]));
      float[][] components = Pca.fit(train, 2).encode(heldOut.toArray());
      assertThat(maps.pca().series().get(1).points())
          .startsWith(new Point(components[0][0], components[0][1]));
    }
  }

  @Test
  void largerCodesAreShownByTheirOwnComponents(@TempDir Path folder) throws Exception {
    Dataset train = linear(200, 1);
    Dataset heldOut = linear(90, 2);
    try (Model<?> model = train(ReductionSpecs.Three.class, train, 2).model()) {
      CodeMaps maps = REDUCTION.maps(model, train, heldOut);
      float[][] codes = model.encode(heldOut.toArray());
      float[] first = Pca.fit(Dataset.of(codes), 2).encode(codes)[0];
      assertThat(maps.model().series().get(0).points())
          .hasSize(90)
          .startsWith(new Point(first[0], first[1]));
      assertThat(maps.model().x()).matches("1st component, \\d+ % of variance");

      Comparison comparison = REDUCTION.compare(model, train, heldOut);
      Path page = HtmlReport.titled("Reduction").add(comparison).add(maps).write(folder);
      assertThat(Files.readString(page))
          .contains(comparison.verdict().sentence(), "trustworthiness", "untrained", "PCA-3");
    }
  }

  @Test
  void refusesWhatCannotBeCompared() {
    Dataset train = linear(60, 1);
    Dataset heldOut = linear(40, 2);
    float[][] same = new float[40][];
    Arrays.fill(same, new float[] {1, 2, 3, 4, 5, 6});
    try (Model<?> three = train(ReductionSpecs.Three.class, train, 1).model();
        Model<?> one = train(ReductionSpecs.One.class, train, 1).model()) {
      refused(
          () -> REDUCTION.compare(three, train.slice(0, 3), heldOut),
          "[AE-402] Three has 3 numbers in its code, but PCA of the data (rows 0 to 2) has at most"
              + " 2 components, for 3 rows of 6 values: there is no PCA of equal code size. Take a smaller code,"
              + " or hand over more training rows.");
      refused(
          () -> REDUCTION.compare(three, train, Dataset.of("scans", same)),
          "[AE-400] scans has nothing to compare reconstructions on: its 40 rows are all the same."
              + " Hand over held-out rows that differ from one another.");
      refused(
          () -> REDUCTION.compare(three, train, heldOut.slice(0, 1)),
          "[AE-400] the data (rows 0 to 0) has nothing to compare reconstructions on: it is one row. Hand over"
              + " held-out rows that differ from one another.");
      refused(
          () -> REDUCTION.compare(three, train, heldOut.slice(0, 24)),
          "[AE-401] 12 neighbours need at least 25 rows to be told from the others, but the data"
              + " (rows 0 to 23) gives 24: hand over more rows, look at more of them, or ask for fewer neighbours.");
      refused(
          () -> REDUCTION.compare(three, train, Dataset.of(new float[30][5])),
          "[AE-204] the data has rows of 5 values, but Three takes 6: check the spec's input and the"
              + " data.");
      refused(
          () -> REDUCTION.compare(three, Dataset.of("old", new float[30][5]), heldOut),
          "[AE-204] old has rows of 5 values, but Three takes 6: check the spec's input and the"
              + " data.");
      float[][] broken = heldOut.toArray();
      broken[7][2] = Float.NaN;
      refused(
          () -> REDUCTION.compare(three, train, Dataset.of(broken)),
          "[AE-202] Row 7 of the data, feature 2 is NaN: remove such rows or fill in the value; for those that are missing there is @MissingValues.");
      refused(
          () -> REDUCTION.maps(three, train, heldOut, new int[39], List.of("a")),
          "[AE-403] The labels do not fit the data: it has 40 rows, and there are 39 labels. Give"
              + " one label a row and a name for each label.");
      int[] wrong = new int[40];
      wrong[3] = 2;
      refused(
          () -> REDUCTION.maps(three, train, heldOut, wrong, List.of("a", "b")),
          "[AE-403] The labels do not fit the data: row 3 has the label 2, and there are 2 names."
              + " Give one label a row and a name for each label.");
      refused(
          () -> REDUCTION.maps(one, train, heldOut),
          "[AE-404] One cannot be drawn in a plane: its code is one number. Draw codes and rows of"
              + " two numbers or more.");
    }
  }

  /** What some column never does is no reason to refuse the others. */
  @Test
  void constantColumnsAreNoMatter() {
    float[][] train = linear(100, 1).toArray();
    float[][] heldOut = linear(60, 2).toArray();
    for (float[] row : train) {
      row[4] = 7;
    }
    for (float[] row : heldOut) {
      row[4] = 7;
    }
    try (Model<?> model = train(ReductionSpecs.Two.class, Dataset.of(train), 1).model()) {
      Comparison found = REDUCTION.compare(model, Dataset.of(train), Dataset.of(heldOut));
      assertThat(found.pca().explainedVariance()).isBetween(0.9, 1.0);
    }
  }

  private static void refused(Runnable attempt, String message) {
    assertThatThrownBy(attempt::run).isInstanceOf(DataException.class).hasMessage(message);
  }
}
