package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.venturi.all.DetectorSpecs.DrawnSpec;
import io.venturi.all.DetectorSpecs.NineSpec;
import io.venturi.all.DetectorSpecs.TableSpec;
import io.venturi.anomaly.AnomalyDetection;
import io.venturi.anomaly.Detector;
import io.venturi.data.Dataset;
import io.venturi.error.ModelFileException;
import io.venturi.model.Attachment;
import io.venturi.model.Model;
import io.venturi.model.ModelFile;
import io.venturi.runtime.Venturi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A detector's file: model, scaler, threshold and all that was learned, in one. */
class DetectorFileTest {

  private static final Venturi VENTURI = Venturi.create();
  private static final AnomalyDetection DETECTION = VENTURI.application(AnomalyDetection.class);
  private static final float[][] ROWS = DetectorTest.normals(80, 21);

  private static Detector<TableSpec> detector;

  @TempDir Path folder;
  private Path file;

  @BeforeAll
  static void fit() {
    detector =
        DETECTION
            .fitting(TableSpec.class)
            .training(trainer -> trainer.epochs(2))
            .fit(Dataset.of(DetectorTest.normals(300, 22)))
            .withFeatureNames(List.of("a", "b", "c", "d", "e", "f"));
  }

  @BeforeEach
  void save() {
    file = folder.resolve("detector.venturi");
    detector.save(file);
  }

  @Test
  void comesBackWithTheSameBits() {
    Detector<TableSpec> again = DETECTION.load(file, TableSpec.class);
    assertThat(again.score(ROWS)).isEqualTo(detector.score(ROWS));
    assertThat(again.contributions(ROWS[0])).isEqualTo(detector.contributions(ROWS[0]));
    assertThat(again.threshold()).isEqualTo(detector.threshold());
    assertThat(again.thresholdDescription()).isEqualTo(detector.thresholdDescription());
    assertThat(again.calibration().sorted()).isEqualTo(detector.calibration().sorted());
    assertThat(again.judge(ROWS[1])).isEqualTo(detector.judge(ROWS[1]));
    assertThat(again.featureNames()).isEqualTo(detector.featureNames());
    assertThat(again).hasToString(detector.toString());
  }

  @Test
  void variationalDetectorsComeBack() {
    Detector<DrawnSpec> drawn =
        DETECTION
            .fitting(DrawnSpec.class)
            .training(trainer -> trainer.epochs(2))
            .fit(Dataset.of(ROWS));
    drawn.save(file);
    assertThat(DETECTION.load(file, DrawnSpec.class).score(ROWS)).isEqualTo(drawn.score(ROWS));
  }

  @Test
  void itIsAModelsFile() {
    assertThat(VENTURI.load(file, TableSpec.class).reconstruct(ROWS))
        .isDeepEqualTo(detector.model().reconstruct(ROWS));
    assertThat(VENTURI.load(file).fingerprint()).isEqualTo(detector.model().fingerprint());
  }

  @Test
  void aModelIsNoDetector() {
    detector.model().save(file);
    assertThatThrownBy(() -> DETECTION.load(file, TableSpec.class))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            "[AE-414] %s holds a model, but no detector: load it by venturi.load, or save it by"
                + " Detector.save.",
            file);
    assertThatThrownBy(() -> DETECTION.load(folder.resolve("none"), TableSpec.class))
        .hasMessageStartingWith("[AE-270] ");
  }

  @Test
  void refusesAModelOfAnotherWidth() {
    assertThatThrownBy(() -> DETECTION.load(file, NineSpec.class))
        .isInstanceOf(ModelFileException.class)
        .hasMessageStartingWith("[AE-273] ");
  }

  @Test
  void refusesFilesThatAreCutShortOrAltered() throws IOException {
    byte[] sound = Files.readAllBytes(file);
    for (int i = 0; i < sound.length; i += 7) {
      Files.write(file, Arrays.copyOf(sound, i));
      assertRefused("cut to " + i);
      byte[] altered = sound.clone();
      altered[i] ^= (byte) (1 << (i % 8));
      Files.write(file, altered);
      assertRefused("byte " + i);
    }
  }

  private void assertRefused(String what) {
    assertThat(catchThrowable(() -> DETECTION.load(file, TableSpec.class)))
        .as(what)
        .isInstanceOf(ModelFileException.class);
  }

  /** With sound hashes: what somebody could write who knows the format. */
  @Test
  void refusesDetectorsThatLie() {
    Model<TableSpec> model = detector.model();
    String[] measures = {
      "", "WEIGHTED_ERROR ", "NEAREST", "RECONSTRUCTION_PROBABILITY", "CODE_DISTANCE"
    };
    for (String text : measures) {
      model.save(file, forged("1", text, 6, 1));
      assertRefused("measures " + text);
    }
    for (String version : new String[] {"2", "", "one"}) {
      model.save(file, forged(version, "WEIGHTED_ERROR", 6, 1));
      assertRefused("version " + version);
    }
    for (int width : new int[] {1, 5, 7}) {
      model.save(file, forged("1", "WEIGHTED_ERROR", width, 1));
      assertRefused("width " + width);
    }
    for (double variance : new double[] {0, -1}) {
      model.save(file, forged("1", "WEIGHTED_ERROR", 6, variance));
      assertRefused("variance " + variance);
    }
    for (double share : new double[] {-0.1, 0.51}) {
      model.save(file, forged("1", "WEIGHTED_ERROR", 6, 1, share));
      assertRefused("trimmed " + share);
    }
    model.save(file, forged("1", "WEIGHTED_ERROR", 6, 1, 0.5));
    assertThat(DETECTION.load(file, TableSpec.class).calibration().trimmed()).isEqualTo(0.5);
    model.save(file, Attachment.named("anomaly").build());
    assertThatThrownBy(() -> DETECTION.load(file, TableSpec.class))
        .hasMessage(
            "[AE-271] %s is not a sound model file: its anomaly has no format. Nothing was loaded;"
                + " use a good copy.",
            file);
    model.save(file, forged("1", "WEIGHTED_ERROR", 6, 1)); // Sound after all.
    assertThat(DETECTION.load(file, TableSpec.class).threshold()).hasValue(3);
    assertThat(ModelFile.read(file).attachment("anomaly")).isPresent();
  }

  private static Attachment forged(String version, String measures, int width, double variance) {
    return forged(version, measures, width, variance, 0);
  }

  private static Attachment forged(
      String version, String measures, int width, double variance, double trimmed) {
    double[] variances = new double[width];
    Arrays.fill(variances, variance);
    return Attachment.named("anomaly")
        .field("format", version)
        .field("measures", measures)
        .field("threshold", "3")
        .field("threshold-by", "hand")
        .array("constants", new float[width])
        .array("is-constant", new float[width])
        .array("error-variances", variances)
        .array("units", new double[] {1})
        .array("calibration", new double[] {1, 2})
        .field("calibration-trimmed", trimmed)
        .build();
  }
}
