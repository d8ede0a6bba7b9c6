package io.venturi.samples.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.samples.datasets.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnomalyTest {

  @TempDir Path folder;

  /** Three columns, of which the third is the sum of the others, but for anomalies. */
  private Path table(String name, int normals) throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder text = new StringBuilder("a,b,sum,kind\n");
    for (int r = 0; r < normals + 20; r++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      double sum = r < normals ? a + b + 0.05 * random.nextGaussian() : 2 * random.nextGaussian();
      text.append(String.format(Locale.ROOT, "%f,%f,%f,%d%n", a, b, sum, r < normals ? 0 : 1));
    }
    return Files.writeString(folder.resolve(name), text);
  }

  private static String run(String... args) {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      assertThat(Samples.run(new Anomaly(), args)).isZero();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void findsAnomaliesInTables() throws IOException {
    table("sums.csv", 200);
    Path report = folder.resolve("report.html");
    String output = run("--label", "kind", "--out", report.toString(), folder.toString());
    assertThat(output)
        .containsPattern("(?m)^anomaly: sums AUROC 0\\.[89]\\d+ AP 0\\.\\d+$")
        .containsPattern("(?m)^anomaly: mean AUROC 0\\.[89]\\d+ AP 0\\.\\d+ \\(1 set\\)$");
    assertThat(report).content().contains("sums, seed 1").contains("AUROC 0.");
  }

  @Test
  void countsFalsePositives() throws IOException {
    String output = run("--label", "kind", "--calibration", table("sums.csv", 520).toString());
    assertThat(output)
        .containsPattern("anomaly: sums false positives 0\\.0\\d+ of 5200 unseen normal rows")
        .contains("anomaly: 1 of 1 sets within their intervals");
  }

  /** More columns than the spec's hidden layers have units, and more than are decorrelated. */
  @Test
  void takesWideTables() throws IOException {
    SplittableRandom random = new SplittableRandom(2);
    StringBuilder text = new StringBuilder();
    for (int r = 0; r < 80; r++) {
      double cause = random.nextGaussian();
      for (int i = 0; i < 1100; i++) {
        double value = cause + (r < 60 ? 0.1 : 1) * random.nextGaussian();
        text.append(r == 0 ? "c" + i : String.format(Locale.ROOT, "%.3f", value)).append(',');
      }
      text.append(r == 0 ? "label" : r < 60 ? "0" : "1").append('\n');
    }
    Path file = Files.writeString(folder.resolve("wide.csv"), text);
    String report = folder.resolve("report.html").toString();
    assertThat(run("--out", report, file.toString()))
        .containsPattern("anomaly: wide AUROC (1\\.0|0\\.9)\\d+ ");
  }

  @Test
  void saysWhatIsWrongWithLabels() throws IOException {
    Files.writeString(folder.resolve("bad.csv"), "a,label\n1,x\n");
    assertThat(Samples.run(new Anomaly(), folder.toString())).isEqualTo(Samples.FAILED);
  }
}
