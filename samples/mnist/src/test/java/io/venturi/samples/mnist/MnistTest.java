package io.venturi.samples.mnist;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run on a few images, without labels, says what it wrote. */
class MnistTest {

  @TempDir Path folder;

  private static void writeImages(Path file, int count) throws IOException {
    byte[] pixels = new byte[count * 784];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i % 251);
    }
    ByteBuffer bytes = ByteBuffer.allocate(16 + pixels.length);
    bytes.putInt(0x803).putInt(count).putInt(28).putInt(28).put(pixels);
    Files.write(file, bytes.array());
  }

  @Test
  void trainsSavesAndPrints() throws IOException {
    writeImages(folder.resolve("train-images-idx3-ubyte"), 40);
    writeImages(folder.resolve("t10k-images-idx3-ubyte"), 12);
    Path out = folder.resolve("out");
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    int exit;
    try {
      exit =
          Samples.run(
              new Mnist(), "--data", folder.toString(), "--epochs", "1", "--out", out.toString());
    } finally {
      System.setOut(console);
    }

    assertThat(exit).isZero();
    List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines)
        .contains(
            "model: " + out.resolve("mnist.venturi"),
            "originals over reconstructions: " + out.resolve("reconstructions.png"))
        .anyMatch(line -> line.matches("parameters: \\d+, fingerprint [0-9a-f]{64} \\(equal .*"));
    assertThat(lines.get(lines.size() - 1)).matches("mnist: test MSE 0\\.\\d{5}, \\d+ rows/s");
    assertThat(out.resolve("mnist.venturi")).isNotEmptyFile();
    assertThat(out.resolve("reconstructions.png")).isNotEmptyFile();
  }
}
