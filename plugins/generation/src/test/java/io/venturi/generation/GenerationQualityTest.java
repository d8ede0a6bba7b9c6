package io.venturi.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.application.report.BarChart;
import io.venturi.application.report.Histogram;
import io.venturi.application.report.ImageRows;
import io.venturi.application.report.LineChart;
import io.venturi.application.report.PointChart;
import io.venturi.application.report.ReportPart;
import io.venturi.application.report.ReportWriter;
import io.venturi.application.report.Table;
import io.venturi.data.Dataset;
import io.venturi.kernel.Gaussians;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerationQualityTest {

  private static final Generation GENERATION = new Generation();
  private static final Same MODEL = Same.of(4);
  private static final Same JUDGE = new Same(4, 1);

  private static float[][] normal(int count, long seed) {
    return CodeDistribution.standardNormal(4).draw(count, seed);
  }

  private static Dataset images(String name, float[][] rows) {
    float[] flat = new float[rows.length * 4];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, 4 * i, 4);
    }
    return Dataset.ofFlat(name, flat, 2, 2, 1);
  }

  private static Reference reference() {
    return GENERATION.reference(
        images("train", normal(600, 1)), images("test", normal(300, 2)), JUDGE);
  }

  private static GenerationQuality quality(float[][] rows) {
    return GENERATION.quality(new GeneratedRows(MODEL, "a test", rows, rows), reference());
  }

  @Test
  void precisionAndRecallAreThoseOfTheDefinition() {
    float[][] real = normal(60, 1);
    float[][] generated = normal(60, 2);
    for (float[] row : generated) {
      row[0] *= 3;
    }
    PrecisionRecall figures = PrecisionRecall.of(generated, real, 3);
    assertThat(figures.precision().value()).isEqualTo(covered(generated, real, 3));
    assertThat(figures.recall().value()).isEqualTo(covered(real, generated, 3));
    assertThat(figures.precision().value()).isLessThan(figures.recall().value());
    assertThat(figures.precision().interval().contains(figures.precision().value())).isTrue();
    assertThat(figures.rows()).isEqualTo(60);
  }

  private static double covered(float[][] points, float[][] centers, int k) {
    long covered =
        Arrays.stream(points)
            .filter(
                point ->
                    Arrays.stream(centers)
                        .anyMatch(
                            center ->
                                distance(point, center)
                                    <= Arrays.stream(centers)
                                        .mapToDouble(other -> distance(center, other))
                                        .sorted()
                                        .toArray()[k]))
            .count();
    return covered / (double) points.length;
  }

  private static double distance(float[] a, float[] b) {
    return IntStream.range(0, a.length)
        .mapToDouble(i -> ((double) a[i] - b[i]) * ((double) a[i] - b[i]))
        .sum();
  }

  @Test
  void intervalsAreThoseOfSharesAndOfRanks() {
    float[][] rows = normal(40, 1);
    // All lie where they lie, which of 40 says that 91 of 100 would.
    assertThat(PrecisionRecall.of(rows, rows, 3).precision().interval().low())
        .isEqualTo(0.9119027, within(1e-6));
    TrainingDistances distances =
        new TrainingDistances(new double[] {1, 3}, new double[] {7, 8, 9}, new double[] {2, 3, 5});
    // Of six pairs, 1 is below all three, and 3 is below 5 and equal to 3.
    assertThat(distances.nearerThanReconstructed().value()).isEqualTo(4.5 / 6, within(1e-12));
    assertThat(distances.nearerThanHeldOut().value()).isEqualTo(1);
    assertThat(distances.nearerThanHeldOut().interval().low()).isLessThan(0.7);
    assertThat(distances.ratio()).isEqualTo(0.25);
  }

  @Test
  void rowsOfTheSameKindAreAsGoodAsTrainingRows() {
    GenerationQuality quality = quality(normal(300, 5));
    PrecisionRecall yardstick = reference().yardstick();
    assertThat(quality.precisionRecall().precision().value())
        .isCloseTo(yardstick.precision().value(), within(0.1));
    assertThat(quality.precisionRecall().recall().value())
        .isCloseTo(yardstick.recall().value(), within(0.1));
    assertThat(quality.distances().ratio()).isCloseTo(1, within(0.1));
    assertThat(quality.distances().nearerThanReconstructed().interval().contains(0.5)).isTrue();
    assertThat(quality.distances().exactCopies()).isZero();
    assertThat(written(quality))
        .anyMatch(
            line ->
                line.matches(
                    ".*They show no shift towards the training rows as a whole, and no share of"
                        + " copies above [1-5]\\.\\d %\\."));
  }

  @Test
  void memorisedRowsAreSeen() {
    float[][] copies = normal(300, 1);
    for (int i = 0; i < copies.length; i++) {
      copies[i][0] += 0.01f * Gaussians.at(4, i);
    }
    GenerationQuality quality = quality(copies);
    assertThat(quality.distances().nearerThanHeldOut().value()).isGreaterThan(0.95);
    assertThat(quality.distances().ratio()).isLessThan(0.1);
    assertThat(written(quality))
        .anyMatch(line -> line.endsWith("Look at the nearest pairs for copies."))
        .contains("images Nearest to training rows 2x2 [generated, training] 12")
        .contains(
            "histogram Distance to the nearest training row"
                + " [generated, held out, held out, reconstructed]");
  }

  /** Rows too far away, as of a model that draws badly, but for a share of all but copies. */
  private static float[][] withCopies(int copies, float[][] train, long seed) {
    float[][] rows = normal(1_000, seed);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < 4; j++) {
        rows[i][j] = i < copies ? train[i][j] + 0.005f * rows[i][j] : 1.6f * rows[i][j];
      }
    }
    return rows;
  }

  @ParameterizedTest
  @CsvSource({"50, 1", "50, 2", "50, 3", "100, 4", "100, 5", "300, 6", "300, 7"})
  void copiesAmongOtherRowsAreSeen(int copies, long seed) {
    float[][] train = normal(1_000, 100 * seed);
    Reference reference =
        GENERATION.reference(
            images("train", train), images("test", normal(1_000, 100 * seed + 1)), JUDGE);
    float[][] rows = withCopies(copies, train, 100 * seed + 2);
    TrainingDistances distances =
        GENERATION.quality(images("drawn", rows), MODEL, reference).distances();
    // As a whole they lie no nearer: it is the share that tells.
    assertThat(distances.nearerThanReconstructed().interval().low()).isLessThan(0.5);
    assertThat(distances.near().value()).isCloseTo(copies / 1_000.0, within(0.02));
    assertThat(distances.signsOfMemory())
        .singleElement()
        .asString()
        .matches("\\d+\\.\\d % lie as near to a training row as \\d\\.\\d % of unseen rows do");
  }

  @Test
  void exactCopiesAreCounted() {
    float[][] rows = normal(300, 5);
    System.arraycopy(normal(600, 1), 0, rows, 0, 2);
    GenerationQuality quality = quality(rows);
    assertThat(quality.distances().exactCopies()).isEqualTo(2);
    assertThat(quality.distances().exactCopiesHeldOut()).isZero();
    assertThat(written(quality))
        .anyMatch(line -> line.contains("Some are memorised: 2 of 300 are training rows. Look"))
        .contains("exact copies of training rows; of held-out rows beside, 2, , 0");
  }

  @Test
  void dataThatRepeatThemselvesAreNoMemory() {
    float[][] train = normal(600, 1);
    float[][] heldOut = normal(300, 2);
    float[][] rows = normal(300, 3);
    for (int i = 0; i < 30; i++) {
      heldOut[i] = train[i].clone();
      rows[i] = train[i + 30].clone();
    }
    Reference reference =
        GENERATION.reference(images("train", train), images("test", heldOut), JUDGE);
    TrainingDistances distances =
        GENERATION.quality(images("drawn", rows), MODEL, reference).distances();
    assertThat(distances.exactCopies()).isEqualTo(30);
    assertThat(distances.nearOfUnseen().value()).isEqualTo(0.1);
    assertThat(distances.signsOfMemory()).isEmpty();
  }

  /** The interval of ranks errs in one of forty; shares and its union with another are rarer. */
  @Test
  void cleanRowsAreHardlyEverTakenForMemorisedOnes() {
    int alarms = 0;
    for (int seed = 0; seed < 30; seed++) {
      Reference reference =
          GENERATION.reference(
              images("train", normal(300, 1_000 + seed)),
              images("test", normal(200, 2_000 + seed)),
              JUDGE);
      TrainingDistances distances =
          GENERATION
              .quality(images("drawn", normal(200, 3_000 + seed)), MODEL, reference)
              .distances();
      alarms += distances.signsOfMemory().isEmpty() ? 0 : 1;
    }
    assertThat(alarms).isLessThanOrEqualTo(3);
  }

  private static TrainingDistances distancesOfTables(float unit, float constant) {
    Dataset train = Dataset.of("train", inUnits(normal(300, 1), unit, 7));
    Dataset heldOut = Dataset.of("test", inUnits(normal(200, 2), unit, 7));
    Dataset rows = Dataset.of("drawn", inUnits(normal(200, 3), unit, constant));
    Reference reference = GENERATION.reference(train, heldOut, new Same(5, 1));
    return GENERATION.quality(rows, Same.of(5), reference).distances();
  }

  private static float[][] inUnits(float[][] rows, float unit, float constant) {
    return Arrays.stream(rows)
        .map(row -> new float[] {unit * row[0], row[1], row[2], row[3], constant})
        .toArray(float[][]::new);
  }

  @Test
  void unitsOfFeaturesDoNotMatter() {
    double[] distances = distancesOfTables(1, 7).generated();
    // A power of two, so that rounding is the same.
    assertThat(distancesOfTables(1 << 20, 7).generated()).containsExactly(distances, within(1e-5));
    // A feature that never varied has no unit, and nothing is divided by its deviation of 0.
    assertThat(distancesOfTables(1, 1_000).generated()).containsExactly(distances, within(1e-5));
    assertThat(distancesOfTables(1, 1_000).nearerThanReconstructed().value())
        .isCloseTo(0.5, within(0.1));
  }

  @Test
  void rowsFromElsewhereAreJudgedAlike() {
    float[][] rows = normal(300, 5);
    GenerationQuality ours = quality(rows);
    GenerationQuality theirs =
        GENERATION.quality(Dataset.of("theirs.npy", rows), MODEL, reference());
    assertThat(theirs.title()).isEqualTo("Quality of rows from theirs.npy");
    assertThat(theirs.source()).isEqualTo("theirs.npy");
    assertThat(written(theirs)).isEqualTo(written(ours));
    float[][] broken = normal(10, 5);
    broken[3][1] = Float.NaN;
    assertThatThrownBy(
            () -> GENERATION.quality(Dataset.of("theirs.npy", broken), MODEL, reference()))
        .hasMessageStartingWith("[AE-202] Row 3 of theirs.npy, feature 1 is NaN");
    assertThatThrownBy(() -> GENERATION.quality(Dataset.of("t.npy", rows), JUDGE, reference()))
        .hasMessageStartingWith("[AE-446]");
  }

  @Test
  void aKindThatIsLeftOutLowersRecallAlone() {
    float[][] half =
        Arrays.stream(normal(1200, 3)).filter(row -> row[0] > 0).toArray(float[][]::new);
    PrecisionRecall figures = quality(half).precisionRecall();
    assertThat(figures.precision().value()).isGreaterThan(0.8);
    assertThat(figures.recall().value()).isLessThan(0.75);
  }

  @Test
  void likelihoodStandsInTheTableIfThereIsOne() {
    GenerationQuality quality = quality(normal(300, 3));
    assertThat(String.join("\n", written(quality))).doesNotContain("log p(x)");
    assertThat(written(quality.withNegativeLogLikelihood(101.5)))
        .anyMatch(line -> line.contains("-log p(x) of held-out rows, nats, 101.50"));
  }

  @Test
  void rowsThatAreNoImagesAreDrawnAsCurves() {
    GeneratedRows rows = GENERATION.sample(MODEL, 100, 1);
    assertThat(written(rows))
        .containsExactly("lines Drawn from the standard normal prior 8 series");
    assertThat(written(rows.asImages(2, 2)))
        .containsExactly("images Drawn from the standard normal prior 2x2 [] 96");
  }

  @Test
  void refusesWhatCannotBeCompared() {
    Dataset train = Dataset.of("train", normal(30, 1));
    Dataset test = Dataset.of("test", normal(10, 2));
    assertThatThrownBy(() -> GENERATION.reference(train, test, JUDGE, 10))
        .hasMessage(
            "[AE-230] the number of neighbours is 10, but must be at least 1 and at most 9.");
    assertThatThrownBy(() -> GENERATION.reference(train, test, Same.of(3)))
        .hasMessageStartingWith("[AE-204] train has rows of 4 values, but the judge takes 3");
    assertThatThrownBy(() -> GENERATION.reference(train, train.slice(0, 20), JUDGE))
        .hasMessage(
            "[AE-448] Half or more of the rows of train (rows 0 to 19) are also in train, so"
                + " distances to it say nothing: hold rows out that the model was not trained on.");
    Reference reference = GENERATION.reference(train, test, JUDGE);
    assertThatThrownBy(() -> GENERATION.quality(GENERATION.sample(JUDGE, 10, 1), reference))
        .hasMessage(
            "[AE-446] Rows drawn from the standard normal prior would be judged by the model that"
                + " they came from, which cannot see what it left out: judge them by another"
                + " encoder.");
    assertThatThrownBy(() -> GENERATION.quality(GENERATION.sample(MODEL, 3, 1), reference))
        .hasMessage("[AE-230] the number of generated rows is 3, but must be at least 4.");
    assertThatThrownBy(() -> GENERATION.quality(GENERATION.sample(Same.of(5), 10, 1), reference))
        .hasMessageStartingWith(
            "[AE-204] the generated data has rows of 5 values, but the reference takes 4");
  }

  private static List<String> written(ReportPart part) {
    List<String> lines = new ArrayList<>();
    part.writeTo(
        new ReportWriter() {
          @Override
          public void text(String paragraph) {
            lines.add(paragraph);
          }

          @Override
          public void verdict(String sentence) {
            lines.add(sentence);
          }

          @Override
          public void table(Table table) {
            table.rows().forEach(row -> lines.add(String.join(", ", row)));
          }

          @Override
          public void bars(BarChart chart) {
            lines.add("bars " + chart.title());
          }

          @Override
          public void lines(LineChart chart) {
            lines.add("lines " + chart.title() + " " + chart.series().size() + " series");
          }

          @Override
          public void points(PointChart chart) {
            lines.add("points " + chart.title());
          }

          @Override
          public void histogram(Histogram chart) {
            lines.add(
                "histogram "
                    + chart.title()
                    + " "
                    + chart.samples().stream().map(Histogram.Sample::name).toList());
          }

          @Override
          public void images(ImageRows images) {
            lines.add(
                "images %s %dx%d %s %d"
                    .formatted(
                        images.title(),
                        images.height(),
                        images.width(),
                        images.rows().stream().map(ImageRows.Row::label).toList(),
                        images.rows().get(0).images().length));
          }
        });
    return lines;
  }
}
