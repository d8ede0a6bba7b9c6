package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.venturi.all.DetectorSpecs.DrawnSpec;
import io.venturi.all.DetectorSpecs.GapsSpec;
import io.venturi.all.DetectorSpecs.TableSpec;
import io.venturi.all.DetectorSpecs.TrimmedSpec;
import io.venturi.anomaly.AnomalyDetection;
import io.venturi.anomaly.Detector;
import io.venturi.anomaly.Evaluation;
import io.venturi.anomaly.Judgement;
import io.venturi.anomaly.Measure;
import io.venturi.anomaly.Threshold;
import io.venturi.data.Csv;
import io.venturi.data.Dataset;
import io.venturi.data.RowStream;
import io.venturi.error.DataException;
import io.venturi.error.ModelClosedException;
import io.venturi.error.SpecException;
import io.venturi.runtime.Venturi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Detectors by generated networks. */
class DetectorTest {

  private static final AnomalyDetection DETECTION =
      Venturi.create().application(AnomalyDetection.class);

  private static final int CONSTANT = 5;

  private static Detector<TableSpec> detector;

  @BeforeAll
  static void fit() {
    detector = fitted(TableSpec.class, normals(600, 1));
  }

  private static <S> Detector<S> fitted(Class<S> spec, float[][] normals) {
    return DETECTION.fitting(spec).training(trainer -> trainer.epochs(60)).fit(Dataset.of(normals));
  }

  /** Six readings of very different units that follow from two causes; the last never changes. */
  static float[][] normals(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] rows = new float[count][];
    for (int r = 0; r < count; r++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      rows[r] =
          new float[] {
            (float) (100 * a + random.nextGaussian()),
            (float) (b + 0.01 * random.nextGaussian()),
            (float) (a + b + 0.01 * random.nextGaussian()),
            (float) (0.001 * (a - b) + 1e-5 * random.nextGaussian()),
            (float) (Math.sin(a) + 0.01 * random.nextGaussian()),
            7
          };
    }
    return rows;
  }

  /** Rows of which one reading belongs to another row. */
  private static float[][] anomalies(int count, int feature) {
    float[][] rows = normals(count, 2);
    float[][] others = normals(count, 3);
    for (int r = 0; r < count; r++) {
      rows[r][feature] = others[r][feature];
    }
    return rows;
  }

  private static double share(double[] scores, double threshold) {
    return Arrays.stream(scores).filter(score -> score > threshold).count()
        / (double) scores.length;
  }

  @Test
  void scoresAnomaliesHigh() {
    double[] normal = detector.score(normals(500, 4));
    assertThat(DoubleStream.of(normal).sorted().toArray()[250]).isBetween(0.7, 1.4);
    for (int feature = 0; feature < CONSTANT; feature++) {
      double[] pValues = detector.pValues(anomalies(100, feature));
      assertThat(Arrays.stream(pValues).filter(p -> p <= 0.1).count())
          .as("feature " + feature)
          .isGreaterThan(60);
    }
  }

  /** To the last bit: the score is the sum. */
  @Test
  void contributionsSumToTheScore() {
    for (float[] row : anomalies(20, 2)) {
      Judgement judgement = detector.judge(row);
      double[] contributions = detector.contributions(row);
      assertThat(DoubleStream.of(contributions).sum())
          .isCloseTo(judgement.score(), within(1e-12 * judgement.score()));
      assertThat(detector.score(row)).isEqualTo(judgement.score());
      assertThat(DoubleStream.of(contributions).min().orElseThrow()).isNotNegative();
      assertThat(judgement.contributions()).hasSize(6);
      assertThat(judgement.contributions().get(0).value())
          .isEqualTo(DoubleStream.of(contributions).max().orElseThrow());
    }
  }

  @Test
  void namesTheFeatureThatIsWrong() {
    Detector<?> named =
        detector.withFeatureNames(List.of("load", "flow", "heat", "leak", "tilt", "mode"));
    float[] row = {0, 0, 0, 0, 0, 7};
    row[3] = 0.01f; // Ten times what it ever is.
    Judgement judgement = named.judge(row);
    assertThat(judgement.isAnomaly()).isTrue();
    assertThat(judgement.pValue().orElseThrow()).isLessThan(0.01);
    assertThat(judgement.contributions().get(0).name()).isEqualTo("leak");
    assertThat(detector.judge(row).contributions().get(0).name()).isEqualTo("feature 3");
    assertThatThrownBy(() -> detector.withFeatureNames(List.of("a", "b", "c")))
        .hasMessage(
            "[AE-419] There are 3 names for 6 features: give each feature one line of text.");
  }

  /** What never changed has no spread, so any change of it is large. */
  @Test
  void aConstantThatChangesIsAnAnomaly() {
    float[] row = normals(1, 9)[0];
    double usual = detector.score(row);
    for (float value : new float[] {7.001f, 6, 1000, -7}) {
      row[CONSTANT] = value;
      Judgement judgement = detector.judge(row);
      assertThat(judgement.score()).isGreaterThan(20 * usual);
      assertThat(judgement.isAnomaly()).isTrue();
      assertThat(judgement.contributions().get(0).feature()).isEqualTo(CONSTANT);
    }
  }

  @Test
  void streamsHaveTheSameBits() {
    float[][] rows = normals(2_500, 6);
    double[] expected = detector.score(rows);
    double[] scores = new double[rows.length];
    long count =
        detector.score(
            RowStream.of("rows", () -> Arrays.asList(rows).iterator(), 6),
            (row, score) -> scores[(int) row] = score);
    assertThat(count).isEqualTo(rows.length);
    assertThat(scores).isEqualTo(expected);
  }

  @Test
  void sameSeedSameBitsOnAnyNumberOfThreads() {
    float[][] rows = normals(200, 7);
    double[][] scores =
        IntStream.of(1, 3)
            .mapToObj(
                threads ->
                    DETECTION
                        .fitting(TableSpec.class)
                        .seed(5)
                        .training(trainer -> trainer.epochs(3).threads(threads))
                        .fit(Dataset.of(rows))
                        .score(rows))
            .toArray(double[][]::new);
    assertThat(scores[0]).isEqualTo(scores[1]);
  }

  @Test
  void thresholdsChangeWithoutFitting() {
    assertThat(detector.thresholdDescription()).isEqualTo("a false-positive rate of at most 0.01");
    Detector<TableSpec> strict = detector.withThreshold(Threshold.falsePositiveRate(0.2));
    assertThat(strict.model()).isSameAs(detector.model());
    assertThat(share(strict.score(normals(2_000, 8)), strict.threshold().orElseThrow()))
        .isBetween(0.1, 0.3);
    assertThat(detector.withThreshold(calibration -> 3).threshold()).hasValue(3);
    assertThatThrownBy(() -> detector.withThreshold(calibration -> Double.NaN))
        .hasMessageStartingWith("[AE-417] ");
    assertThatThrownBy(() -> detector.withThreshold(Threshold.falsePositiveRate(0.001)))
        .hasMessageStartingWith("[AE-411] A false-positive rate of 0.001 takes at least 999 ");
  }

  @Test
  void evaluatesOnLabels() {
    float[][] rows = Arrays.copyOf(normals(300, 10), 340);
    System.arraycopy(anomalies(40, 1), 0, rows, 300, 40);
    int[] labels = new int[340];
    Arrays.fill(labels, 300, 340, 1);
    Evaluation evaluation = detector.evaluate(rows, labels);
    assertThat(evaluation.auroc()).isGreaterThan(0.9);
    assertThat(evaluation.averagePrecision()).isGreaterThan(0.7);
    assertThat(evaluation.confusion().normals()).isEqualTo(300);
    assertThat(evaluation.f1()).isGreaterThan(0.7);
    RecordedReport report = RecordedReport.of(evaluation);
    assertThat(report.kinds())
        .containsExactly(
            "verdict", "text", "histogram", "lines", "lines", "table", "table", "bars");
    assertThat(report.text()).contains("AUROC 0.9").contains(" of 40 anomalies");
    assertThatThrownBy(() -> detector.evaluate(rows, new int[340]))
        .hasMessageContaining("all 340 are 0");
  }

  /** Of so few rows the model has learned those by heart that it was trained on. */
  @Test
  void oneIsUsualOfNormalRowsThatItHasNotSeen() {
    Detector<TableSpec> ofFew =
        DETECTION
            .fitting(TableSpec.class)
            .training(trainer -> trainer.epochs(300))
            .fit(Dataset.of(normals(60, 31)));
    double[] calibration = ofFew.calibration().sorted();
    assertThat((calibration[11] + calibration[12]) / 2).isCloseTo(1, within(1e-6));
    double[] unseen = ofFew.score(normals(400, 32));
    Arrays.sort(unseen);
    assertThat(unseen[200]).isBetween(0.5, 2.0);
  }

  /** Names come with a file, are kept, and keep columns from being taken for one another. */
  @Test
  void columnsAreKnownByTheirNames(@TempDir Path folder) throws IOException {
    Path file = csv(folder.resolve("normals.csv"), "a,b,c,d,e,f", normals(60, 41));
    Detector<TableSpec> named =
        DETECTION
            .fitting(TableSpec.class)
            .training(trainer -> trainer.epochs(2))
            .fit(Csv.read(file, Csv.Options.defaults()).data());
    named.save(folder.resolve("detector.venturi"));
    Detector<TableSpec> again = DETECTION.load(folder.resolve("detector.venturi"), TableSpec.class);
    assertThat(again.featureNames()).containsExactly("a", "b", "c", "d", "e", "f");

    Path swapped = csv(folder.resolve("swapped.csv"), "a,c,b,d,e,f", normals(5, 42));
    RowStream stream = Csv.stream(swapped, Csv.Options.defaults());
    String refusal =
        "[AE-421] Feature 1 of "
            + swapped
            + " is \"c\", but the detector's is \"b\", and all its features are there: give the"
            + " columns in the order of featureNames().";
    assertThatThrownBy(() -> again.score(stream, (row, score) -> {})).hasMessage(refusal);
    Dataset data = Csv.read(swapped, Csv.Options.defaults()).data();
    assertThatThrownBy(() -> again.score(data)).hasMessage(refusal);

    Path others = csv(folder.resolve("others.csv"), "u,v,w,x,y,z", normals(5, 42));
    assertThat(again.score(Csv.read(others, Csv.Options.defaults()).data()))
        .isEqualTo(again.score(normals(5, 42)));
  }

  private static Path csv(Path file, String header, float[][] rows) throws IOException {
    StringBuilder text = new StringBuilder(header).append('\n');
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        text.append(i == 0 ? "" : ",").append(row[i]);
      }
      text.append('\n');
    }
    return Files.writeString(file, text);
  }

  @Test
  void rowsThatAreAllTheSameAreRefused() {
    float[][] rows = new float[300][];
    Arrays.fill(rows, normals(1, 1)[0]);
    assertThatThrownBy(() -> DETECTION.fit(TableSpec.class, rows))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("[AE-422] All 300 rows of the normal data are the same");
  }

  @Test
  void withoutCalibrationRowsThereIsNoThreshold() {
    Detector<TableSpec> bare =
        DETECTION
            .fitting(TableSpec.class)
            .calibrationShare(0)
            .training(trainer -> trainer.epochs(2))
            .fit(Dataset.of(normals(100, 11)));
    float[] row = normals(1, 12)[0];
    assertThat(bare.threshold()).isEmpty();
    assertThat(bare.score(row)).isPositive();
    assertThatThrownBy(() -> bare.judge(row))
        .hasMessage(
            "[AE-418] The detector has no threshold to judge by: it was fitted without calibration"
                + " rows. Set one by withThreshold.");
    assertThatThrownBy(() -> bare.withThreshold(Threshold.quantile(0.9)))
        .hasMessageStartingWith("[AE-410] ");
    assertThatThrownBy(() -> bare.pValues(normals(2, 1)))
        .hasMessageStartingWith("[AE-410] A threshold by p-values ");
    assertThat(bare.withThreshold(Threshold.at(5)).judge(row).pValue()).isEmpty();
  }

  /** A ranking is worth something without one. */
  @Test
  void evaluatesWithoutAThreshold() {
    Detector<TableSpec> bare =
        DETECTION
            .fitting(TableSpec.class)
            .calibrationShare(0)
            .training(trainer -> trainer.epochs(60))
            .fit(Dataset.of(normals(300, 11)));
    float[][] rows = Arrays.copyOf(normals(60, 10), 100);
    System.arraycopy(anomalies(40, 2), 0, rows, 60, 40);
    int[] labels = new int[100];
    Arrays.fill(labels, 60, 100, 1);
    Evaluation evaluation = bare.evaluate(rows, labels);
    assertThat(evaluation.threshold()).isEmpty();
    assertThat(evaluation.auroc()).isGreaterThan(0.8);
    assertThat(evaluation.averagePrecision()).isGreaterThan(0.7);
    assertThat(evaluation.roc()).isNotEmpty();
    assertThat(evaluation.highestAnomaly()).hasSize(6);
    assertThat(RecordedReport.of(evaluation).kinds())
        .containsExactly("verdict", "text", "histogram", "lines", "lines", "bars");
    assertThatThrownBy(evaluation::confusion).hasMessageStartingWith("[AE-418] ");
    assertThatThrownBy(evaluation::f1).hasMessageStartingWith("[AE-418] ");
    Evaluation same = bare.withThreshold(Threshold.at(2)).evaluate(rows, labels);
    assertThat(same.auroc()).isEqualTo(evaluation.auroc());
    assertThat(same.confusion().anomalies()).isEqualTo(40);
  }

  @Test
  void closesItsModel() {
    float[][] rows = normals(50, 1);
    Detector<TableSpec> closed;
    try (Detector<TableSpec> open =
        DETECTION
            .fitting(TableSpec.class)
            .training(trainer -> trainer.epochs(1))
            .fit(Dataset.of(rows))) {
      assertThat(open.pValues(Dataset.of(rows))).isEqualTo(open.pValues(rows));
      closed = open.withThreshold(Threshold.at(1));
    }
    assertThatThrownBy(() -> closed.score(rows)).isInstanceOf(ModelClosedException.class);
  }

  @Test
  void detectorsOfModelsThatAreThere() {
    Detector<TableSpec> other = DETECTION.of(detector.model(), Dataset.of(normals(300, 13)));
    assertThat(other.calibration().size()).isEqualTo(100);
    assertThat(other.judge(normals(1, 14)[0]).score()).isPositive();
    assertThatThrownBy(() -> DETECTION.of(detector.model(), Dataset.of(new float[40][5])))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("[AE-204] ");
  }

  /** Of a tenth of the rows it learns from, one reading is too high. */
  @Test
  void trimmingKeepsAnomaliesFromBeingLearned() {
    float[][] rows = normals(600, 15);
    for (int r = 0; r < rows.length; r += 10) {
      rows[r][2] += 4;
    }
    assertThat(contrast(TrimmedSpec.class, rows))
        .isGreaterThan(1.2 * contrast(TableSpec.class, rows));
  }

  /** How much larger the error of such rows is than that of normal ones. */
  private static double contrast(Class<?> spec, float[][] rows) {
    Detector<?> contaminated =
        DETECTION.fitting(spec).training(trainer -> trainer.epochs(200)).fit(Dataset.of(rows));
    float[][] others = normals(200, 24);
    double normal = contaminated.model().meanSquaredError(Dataset.of(others));
    for (float[] row : others) {
      row[2] += 4;
    }
    return contaminated.model().meanSquaredError(Dataset.of(others)) / normal;
  }

  @Test
  void variationalModelsScoreByDraws() {
    Detector<DrawnSpec> drawn = fitted(DrawnSpec.class, normals(400, 16));
    assertThat(drawn.measures()).contains(Measure.RECONSTRUCTION_PROBABILITY);
    double[] normal = drawn.score(normals(200, 17));
    assertThat(normal).isEqualTo(drawn.score(normals(200, 17)));
    double[] strange = drawn.score(anomalies(200, 2));
    assertThat(DoubleStream.of(strange).average().orElseThrow())
        .isGreaterThan(2 * DoubleStream.of(normal).average().orElseThrow());
    assertThatThrownBy(
            () ->
                DETECTION
                    .fitting(TableSpec.class)
                    .measures(Measure.RECONSTRUCTION_PROBABILITY)
                    .training(trainer -> trainer.epochs(1))
                    .fit(Dataset.of(normals(50, 1))))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "[AE-416] The reconstruction probability is an expectation over codes that are drawn,"
                + " and TableSpec draws none: make it @Variational, or choose other measures.");
  }

  /** A gap is no other value. */
  @Test
  void aConstantWithGapsIsAConstant() {
    float[][] rows = normals(400, 18);
    for (int r = 0; r < rows.length; r += 50) {
      rows[r][CONSTANT] = Float.NaN;
    }
    Detector<GapsSpec> gaps = fitted(GapsSpec.class, rows);
    float[] row = normals(1, 9)[0];
    double usual = gaps.score(row);
    row[CONSTANT] = 7.001f;
    assertThat(gaps.score(row)).isGreaterThan(20 * usual);
    row[CONSTANT] = Float.NaN;
    assertThat(gaps.score(row)).isLessThan(2 * usual + 1);
  }

  @Test
  void missingValuesAddNothing() {
    Detector<GapsSpec> gaps = fitted(GapsSpec.class, normals(300, 18));
    float[] row = normals(1, 19)[0];
    row[2] = Float.NaN;
    assertThat(gaps.contributions(row)[2]).isLessThan(0.2 * gaps.score(row));
    assertThat(gaps.judge(row).score()).isFinite();
    assertThatThrownBy(() -> detector.score(row))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("[AE-202] ");
  }

  /** NaN is above no threshold: it must not be there. */
  @Test
  void refusesWhatHasNoScore() {
    float[] row = normals(1, 20)[0];
    assertThatThrownBy(() -> detector.score(new float[5]))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("[AE-204] ");
    row[1] = Float.POSITIVE_INFINITY;
    assertThatThrownBy(() -> detector.judge(row)).hasMessageStartingWith("[AE-202] ");
    row[1] = 1e30f;
    assertThatThrownBy(() -> detector.judge(row)).hasMessageStartingWith("[AE-277] The score of");
  }

  @Test
  void refusesTooFewRows() {
    assertThatThrownBy(() -> DETECTION.fit(TableSpec.class, normals(19, 1)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "[AE-412] the normal data has 19 rows where a detector needs 20 or more: give it"
                + " more.");
    assertThat(DETECTION.fit(TableSpec.class, normals(20, 1)).threshold()).isPresent();
    assertThatThrownBy(() -> DETECTION.fitting(TableSpec.class).calibrationShare(1))
        .hasMessage("[AE-230] calibrationShare is 1.0, but must be in [0, 1).");
  }
}
