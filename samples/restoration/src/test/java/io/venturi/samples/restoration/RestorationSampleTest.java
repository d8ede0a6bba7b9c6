package io.venturi.samples.restoration;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.samples.datasets.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestorationSampleTest {

  @Test
  void trainsRestoresAndPrints(@TempDir Path folder) throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"));
    Files.writeString(own.resolve("broken.png"), "no image");
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    int exit;
    int refused;
    try {
      String out = folder.resolve("out").toString();
      exit = Samples.run(new RestorationSample(), "--epochs", "1", "--rows", "1500", "--out", out);
      refused =
          Samples.run(
              new RestorationSample(),
              "--epochs",
              "1",
              "--rows",
              "64",
              "--restore",
              own.toString(),
              "--out",
              out);
    } finally {
      System.setOut(console);
    }
    assertThat(exit).isZero();
    assertThat(refused).isEqualTo(Samples.FAILED);
    List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
    // One epoch on few images does not reach the filters, whose figures do not depend on it.
    assertThat(lines.get(lines.size() - 1))
        .matches(
            "restoration: PSNR 12\\.80 dB to 1\\d\\.\\d\\d dB \\(median 16\\.29, Gaussian 16\\.09\\),"
                + " SSIM 0\\.413 to 0\\.\\d{3}");
    assertThat(folder.resolve("out").resolve("report.html"))
        .content()
        .contains("Restoration", "median 3 x 3", "Gaussian 0.75 px", "95 % interval");
    assertThat(folder.resolve("out").resolve("restored.png")).isNotEmptyFile();
    assertThat(folder.resolve("out").resolve("denoiser.venturi")).isNotEmptyFile();
  }
}
