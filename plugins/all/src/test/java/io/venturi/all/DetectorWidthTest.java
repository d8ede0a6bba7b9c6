package io.venturi.all;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import io.venturi.all.DetectorSpecs.ManyPairsSpec;
import io.venturi.anomaly.AnomalyDetection;
import io.venturi.anomaly.Detector;
import io.venturi.anomaly.Measure;
import io.venturi.data.Dataset;
import io.venturi.runtime.Venturi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows so wide that units times features are more numbers than there is memory. */
class DetectorWidthTest {

  private static final int WIDTH = 20_000;

  @Test
  void detectsInLittleMemory(@TempDir Path folder) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                DetectorWidthTest.class.getName(),
                folder.resolve("wide.venturi").toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output.strip()).endsWith("done");
    assertThat(folder.resolve("wide.venturi").toFile().length()).isLessThan(4_000_000);
  }

  /** The other process. */
  public static void main(String[] args) {
    AnomalyDetection detection = Venturi.create().application(AnomalyDetection.class);
    Detector<ManyPairsSpec> detector =
        detection
            .fitting(ManyPairsSpec.class)
            .training(trainer -> trainer.epochs(2))
            .fit(Dataset.of(rows(60, 1)));
    check(detector);
    Path file = Path.of(args[0]);
    detector.save(file);
    Detector<ManyPairsSpec> again = detection.load(file, ManyPairsSpec.class);
    check(again);
    float[][] rows = rows(70, 2);
    assertThat(again.score(rows)).isEqualTo(detector.score(rows));
    System.out.println("done");
  }

  private static void check(Detector<ManyPairsSpec> detector) {
    assertThat(detector.measures()).contains(Measure.CODE_DISTANCE);
    float[] row = rows(1, 3)[0];
    double usual = detector.score(row);
    row[17] += 1_000;
    double[] contributions = detector.contributions(row);
    assertThat(DoubleStream.of(contributions).sum())
        .isCloseTo(detector.score(row), withPercentage(1e-6));
    assertThat(detector.score(row)).isGreaterThan(10 * usual);
    assertThat(detector.judge(row).contributions().get(0).feature()).isEqualTo(17);
  }

  private static float[][] rows(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] rows = new float[count][WIDTH];
    for (float[] row : rows) {
      double cause = random.nextGaussian();
      for (int i = 0; i < WIDTH; i++) {
        row[i] = (float) (cause * (i % 7) + random.nextGaussian());
      }
    }
    return rows;
  }
}
