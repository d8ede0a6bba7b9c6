package io.venturi.samples.reduction;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.samples.datasets.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run on few images writes its report, says what to use, and that PCA does for a table. */
class ReduceDimensionsTest {

  @TempDir Path folder;

  private int exit;

  /** Images or labels at random. */
  private void write(String name, int count, boolean labels, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    int width = labels ? 1 : 784;
    ByteBuffer bytes = ByteBuffer.allocate((labels ? 8 : 16) + count * width);
    bytes.putInt(labels ? 0x801 : 0x803).putInt(count);
    if (!labels) {
      bytes.putInt(28).putInt(28);
    }
    while (bytes.hasRemaining()) {
      bytes.put((byte) random.nextInt(labels ? 10 : 256));
    }
    Files.write(folder.resolve(name), bytes.array());
  }

  private List<String> printed(String... args) {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      exit = Samples.run(new ReduceDimensions(), args);
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void comparesAndReports() throws IOException {
    write("train-images-idx3-ubyte", 70, false, 1);
    write("t10k-images-idx3-ubyte", 40, false, 2);
    write("t10k-labels-idx1-ubyte", 40, true, 3);
    Path out = folder.resolve("out");
    List<String> lines =
        printed("--data", folder.toString(), "--epochs", "1", "--out", out.toString());

    assertThat(exit).isZero();
    assertThat(lines.get(0)).isEqualTo("report: " + out.resolve("report.html").toAbsolutePath());
    assertThat(lines.get(1)).startsWith("images: Use ");
    // What the table is for.
    assertThat(lines.get(2)).startsWith("table: Use PCA");
    assertThat(lines.get(3))
        .matches(
            "reduction: squared error per image \\d+\\.\\d\\d \\(PCA-30 \\d+\\.\\d\\d, 1 epochs,"
                + " code 30\\); use (PCA|the autoencoder)");
    assertThat(lines).hasSize(4);
    assertThat(Files.readString(out.resolve("report.html"))).contains(lines.get(2).substring(7));
  }

  @Test
  void tellsWhichFileIsMissing() throws IOException {
    write("train-images-idx3-ubyte", 70, false, 1);
    assertThat(printed("--data", folder.toString())).isEmpty();
    assertThat(exit).isEqualTo(Samples.FAILED);
  }
}
