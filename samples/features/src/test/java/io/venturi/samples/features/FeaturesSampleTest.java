package io.venturi.samples.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.samples.datasets.FashionMnist;
import io.venturi.samples.datasets.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run on a few images compares, writes its report and prints the closing line. */
class FeaturesSampleTest {

  @TempDir private Path folder;

  private void write(String part, int from, int count) throws IOException {
    ByteBuffer images = ByteBuffer.allocate(16 + count * 784);
    images.putInt(0x803).putInt(count).putInt(28).putInt(28);
    ByteBuffer labels = ByteBuffer.allocate(8 + count);
    labels.putInt(0x801).putInt(count);
    int[] all = FashionMnist.trainLabels();
    for (float[] image : FashionMnist.train().slice(from, from + count).toArray()) {
      for (float pixel : image) {
        images.put((byte) Math.round(pixel * 255));
      }
    }
    for (int i = 0; i < count; i++) {
      labels.put((byte) all[from + i]);
    }
    Files.write(folder.resolve(part + "-images-idx3-ubyte"), images.array());
    Files.write(folder.resolve(part + "-labels-idx1-ubyte"), labels.array());
  }

  @Test
  void compares() throws IOException {
    write("train", 0, 300);
    write("t10k", 300, 100);
    Path out = folder.resolve("report");
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    int exit;
    try {
      exit =
          Samples.run(
              new FeaturesSample(),
              ("--data " + folder + " --epochs 3 --labels 150 --draws 2 --out " + out).split(" "));
    } finally {
      System.setOut(console);
    }

    assertThat(exit).isZero();
    List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).isEqualTo("report: " + out.resolve("report.html").toAbsolutePath());
    assertThat(lines.get(1))
        .matches(
            "features: k-NN with 150 labels: (vanilla|denoising|contractive) 0\\.\\d{4},"
                + " PCA-32 0\\.\\d{4}, pixels 0\\.\\d{4}");
    assertThat(out.resolve("report.html"))
        .content()
        .contains("Codes as features", "Accuracy of k-NN", "logistic regression", "contractive");
  }
}
