package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.all.DetectorSpecs.TableSpec;
import io.venturi.all.DetectorSpecs.TrimmedSpec;
import io.venturi.anomaly.AnomalyDetection;
import io.venturi.anomaly.Calibration;
import io.venturi.anomaly.Detector;
import io.venturi.anomaly.Threshold;
import io.venturi.data.Dataset;
import io.venturi.error.DataException;
import io.venturi.runtime.Venturi;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Detectors of rows that are not all normal. */
class DetectorContaminationTest {

  private static final AnomalyDetection DETECTION =
      Venturi.create().application(AnomalyDetection.class);

  /** What {@link TrimmedSpec} says. */
  private static final double TRIMMED = 0.15;

  private static final float[][] CLEAN = DetectorTest.normals(5_000, 98);

  /** Ways to be no normal row. */
  private enum Anomaly {
    /** The same reading of all is too high: a cluster of its own. */
    SHIFTED,
    /** One reading of each is another row's. */
    SWAPPED,
    /** All readings are noisy. */
    NOISY,
    /** Far beyond anything. */
    GROSS;

    void make(float[] row, SplittableRandom random) {
      switch (this) {
        case SHIFTED -> row[2] += 4;
        case SWAPPED -> {
          int feature = random.nextInt(5);
          row[feature] = DetectorTest.normals(1, random.nextLong())[0][feature];
        }
        case NOISY -> {
          double[] deviations = {100, 1, 1.4, 0.0014, 0.65};
          for (int i = 0; i < deviations.length; i++) {
            row[i] += (float) (2 * deviations[i] * random.nextGaussian());
          }
        }
        case GROSS -> {
          row[0] = 30_000;
          row[4] = -50;
        }
      }
    }

    float[][] rows(int count, long seed) {
      float[][] rows = DetectorTest.normals(count, seed);
      SplittableRandom random = new SplittableRandom(seed);
      for (float[] row : rows) {
        make(row, random);
      }
      return rows;
    }

    float[][] among(int rows, double share) {
      float[][] all = DetectorTest.normals(rows, 15);
      float[][] anomalies = rows((int) (share * rows), 7);
      System.arraycopy(anomalies, 0, all, 0, anomalies.length);
      return all;
    }
  }

  private static <S> Detector<S> fitted(Class<S> spec, float[][] rows) {
    return DETECTION.fitting(spec).training(trainer -> trainer.epochs(60)).fit(Dataset.of(rows));
  }

  private static double alarms(Detector<?> detector, float[][] rows) {
    double threshold = detector.threshold().orElseThrow();
    return Arrays.stream(detector.score(rows)).filter(score -> score > threshold).count()
        / (double) rows.length;
  }

  @ParameterizedTest
  @CsvSource({
    "SHIFTED, 0.05, 0.99", "SHIFTED, 0.1, 0.99",
    "SWAPPED, 0.05, 0.7", "SWAPPED, 0.1, 0.65",
    "NOISY, 0.05, 0.95", "NOISY, 0.1, 0.9",
    "GROSS, 0.05, 0.99", "GROSS, 0.1, 0.99"
  })
  void findsAnomaliesThatItWasTrainedAmong(Anomaly anomaly, double share, double found) {
    Detector<TrimmedSpec> detector = fitted(TrimmedSpec.class, anomaly.among(600, share));
    assertThat(alarms(detector, anomaly.rows(1_000, 99))).isGreaterThan(found);
    assertThat(alarms(detector, CLEAN)).isLessThan(TRIMMED);
  }

  /** What was trimmed of clean rows was normal, and no more than that is called anomalies. */
  @Test
  void cleanRowsCostABoundedShareOfFalseAlarms() {
    Detector<TrimmedSpec> detector = fitted(TrimmedSpec.class, DetectorTest.normals(600, 15));
    assertThat(alarms(detector, Anomaly.SHIFTED.rows(1_000, 99))).isGreaterThan(0.99);
    assertThat(alarms(detector, CLEAN)).isLessThan(TRIMMED);
  }

  /** No specs but those that say so have another score. */
  @Test
  void theShareMayBeSaidToTheFitting() {
    float[][] rows = Anomaly.NOISY.among(600, 0.1);
    Detector<TableSpec> unaware = fitted(TableSpec.class, rows);
    Detector<TableSpec> aware =
        DETECTION
            .fitting(TableSpec.class)
            .contaminated(TRIMMED)
            .training(trainer -> trainer.epochs(60))
            .fit(Dataset.of(rows));
    float[][] anomalies = Anomaly.NOISY.rows(1_000, 99);
    assertThat(alarms(unaware, anomalies)).isLessThan(0.2);
    assertThat(alarms(aware, anomalies)).isGreaterThan(0.9);
    assertThat(alarms(aware, CLEAN)).isLessThan(TRIMMED);
    assertThat(alarms(DETECTION.of(aware.model(), Dataset.of(rows), TRIMMED), anomalies))
        .isGreaterThan(0.9);
    assertThatThrownBy(() -> DETECTION.fitting(TableSpec.class).contaminated(0.6))
        .isInstanceOf(DataException.class)
        .hasMessage("[AE-230] contaminated is 0.6, but must be in [0, 0.5].");
    assertThatThrownBy(() -> DETECTION.of(aware.model(), Dataset.of(rows), Double.NaN))
        .isInstanceOf(DataException.class);
  }

  @Test
  void nothingIsPromised(@TempDir Path folder) {
    Detector<TrimmedSpec> detector = fitted(TrimmedSpec.class, Anomaly.SHIFTED.among(600, 0.1));
    Calibration calibration = detector.calibration();
    assertThat(calibration.trimmed()).isEqualTo(TRIMMED);
    assertThat(calibration.size()).isEqualTo(102); // Of 120.
    String by =
        "an estimated false-positive rate of 0.01, without the highest 15 % of the calibration"
            + " rows, which may be anomalies: nothing is promised";
    assertThat(detector.thresholdDescription()).isEqualTo(by);
    assertThat(detector.judge(CLEAN[0]).pValue()).isEmpty();
    String message =
        " of a detector whose calibration rows may hold anomalies, 15 % of them: nothing is"
            + " promised then. Calibrate it with rows that are all normal by"
            + " Detector.withCalibration, or set the threshold by Threshold.estimatedRate.";
    assertThatThrownBy(() -> detector.pValues(CLEAN))
        .isInstanceOf(DataException.class)
        .hasMessage("[AE-420] There are no p-values" + message);
    assertThatThrownBy(() -> detector.withThreshold(Threshold.falsePositiveRate(0.05)))
        .hasMessage("[AE-420] There are no promised false-positive rates" + message);
    assertThatThrownBy(() -> calibration.falsePositives(0.05, 100))
        .hasMessageStartingWith("[AE-420] ");
    Path file = folder.resolve("detector.venturi");
    detector.save(file);
    Detector<TrimmedSpec> again = DETECTION.load(file, TrimmedSpec.class);
    assertThat(again.calibration().trimmed()).isEqualTo(TRIMMED);
    assertThat(again.thresholdDescription()).isEqualTo(by);
    assertThatThrownBy(() -> again.pValues(CLEAN)).hasMessageStartingWith("[AE-420] ");
  }

  @Test
  void cleanCalibrationRowsBringTheirPromise() {
    Detector<TrimmedSpec> detector =
        fitted(TrimmedSpec.class, Anomaly.SHIFTED.among(600, 0.1))
            .withCalibration(Dataset.of(DetectorTest.normals(400, 41)));
    assertThat(detector.thresholdDescription()).isEqualTo("a false-positive rate of at most 0.01");
    assertThat(alarms(detector, CLEAN)).isLessThan(0.03);
    assertThat(alarms(detector, Anomaly.SHIFTED.rows(1_000, 99))).isGreaterThan(0.95);
    assertThat(detector.judge(CLEAN[0]).pValue()).isPresent();
  }

  /** Of raw scores, three deviations left 9 % of normal rows beyond. */
  @Test
  void medianDeviationsAreOfLogarithms() {
    Detector<TableSpec> detector = DETECTION.fit(TableSpec.class, DetectorTest.normals(3_000, 15));
    assertThat(alarms(detector.withThreshold(Threshold.medianDeviations(3)), CLEAN))
        .isBetween(0.001, 0.03);
    assertThat(alarms(detector.withThreshold(Threshold.estimatedRate(0.05)), CLEAN))
        .isBetween(0.02, 0.1);
  }
}
