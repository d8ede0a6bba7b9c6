package io.venturi.samples.compression;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.compression.Compression;
import io.venturi.model.Model;
import io.venturi.runtime.Venturi;
import io.venturi.samples.datasets.Samples;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompressImagesTest {

  private static final Pattern LAST =
      Pattern.compile(
          "compression: (0\\.\\d{3}) bpp at (\\d\\d\\.\\d\\d) dB, PCA (\\d+) and JPEG (\\d+) bytes at"
              + " that PSNR against (\\d+) bytes, model (\\d+) bytes, (?:does not pay off|pays off from \\d+ images) beside PCA and"
              + " pays off from (\\d+) images beside JPEG");

  @TempDir private Path folder;

  /** Three epochs beat JPEG; it takes more to beat PCA. */
  @Test
  void whatTheLastLineSaysIsInTheFiles() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    int code;
    try {
      code =
          Samples.run(
              new CompressImages(), "--epochs", "3", "--bits", "4.5", "--out", folder.toString());
    } finally {
      System.setOut(before);
    }
    assertThat(code).isZero();
    List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
    String line = lines.get(lines.size() - 1);
    Matcher last = LAST.matcher(line);
    assertThat(last.matches()).as(line).isTrue();
    long ours = Long.parseLong(last.group(5));
    assertThat(ours)
        .isLessThan(Long.parseLong(last.group(4)))
        .isEqualTo(folder.resolve("images.venturic").toFile().length());
    assertThat(Long.parseLong(last.group(6)))
        .isEqualTo(folder.resolve("model.venturi").toFile().length());
    Venturi venturi = Venturi.create();
    try (Model<ImageCodes> loaded =
        venturi.load(folder.resolve("model.venturi"), ImageCodes.class)) {
      assertThat(
              venturi
                  .application(Compression.class)
                  .decompress(folder.resolve("images.venturic"), loaded))
          .hasDimensions(2000, 784);
    }
    assertThat(folder.resolve("report.html")).isNotEmptyFile();
    assertThat(folder.resolve("images.png")).isNotEmptyFile();
  }
}
