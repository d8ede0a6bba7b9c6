package io.venturi.samples.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.venturi.samples.datasets.Samples;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gallery opens: every type trains for an epoch on a few images, and is told of and shown. */
class GalleryTest {

  private static final int LABELS = 8 + "convolutional".length() * 11 + 8;
  private static final int CELL = 28 * 4 + 4;

  @TempDir Path folder;

  private int exit;

  private void writeImages(String file, int count) throws IOException {
    byte[] pixels = new byte[count * 784];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i % 251);
    }
    ByteBuffer bytes = ByteBuffer.allocate(16 + pixels.length);
    bytes.putInt(0x803).putInt(count).putInt(28).putInt(28).put(pixels);
    Files.write(folder.resolve(file), bytes.array());
  }

  private List<String> printed(String... args) {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      exit = Samples.run(new Gallery(), args);
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private String errors(String... args) {
    PrintStream console = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      exit = Samples.run(new Gallery(), args);
    } finally {
      System.setErr(console);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void trainsEveryTypeAndShowsThem() throws IOException {
    writeImages("train-images-idx3-ubyte", 40);
    writeImages("t10k-images-idx3-ubyte", 12);
    Path out = folder.resolve("pictures").resolve("all.png");
    List<String> lines =
        printed("--data", folder.toString(), "--epochs", "1", "--out", out.toString());

    assertThat(exit).isZero();
    Exhibit[] all = Exhibit.values();
    assertThat(lines.get(0)).startsWith("type ").endsWith("seconds  its own figures");
    int at = 2 + all.length;
    for (int i = 0; i < all.length; i++) {
      assertThat(lines.get(1 + i)).matches(all[i] + " +0\\.\\d{5} +\\d+ of \\d+ +\\d+\\.\\d  .+");
      for (Measure measure : all[i].measures()) {
        assertThat(lines.get(at++)).matches("gallery: " + all[i] + " " + measure + " \\d+\\.\\d+");
      }
    }
    assertThat(lines).hasSize(at);
    assertThat(lines.get(1 + all.length)).isEqualTo("picture: " + out);
    BufferedImage picture = Objects.requireNonNull(ImageIO.read(out.toFile()));
    long noisy = Stream.of(all).filter(each -> each.toString().contains("denoising")).count();
    assertThat(picture.getWidth()).isEqualTo(LABELS + 4 + 10 * CELL);
    assertThat(picture.getHeight()).isEqualTo(4 + (int) (1 + all.length + noisy) * CELL);
  }

  @Test
  void trainsOnlyWhatIsNamed() throws IOException {
    writeImages("train-images-idx3-ubyte", 9);
    writeImages("t10k-images-idx3-ubyte", 3);
    List<String> lines =
        printed(
            "--data=" + folder,
            "--epochs=1",
            "--only=convolutional,vanilla",
            "--out=" + folder.resolve("two.png"));
    assertThat(lines)
        .filteredOn(line -> line.startsWith("gallery: "))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("gallery: convolutional mse "),
            line -> assertThat(line).startsWith("gallery: vanilla mse "),
            line -> assertThat(line).startsWith("gallery: vanilla contraction "));
  }

  @Test
  void listsTheTypesWhereOneIsMisspelt() {
    assertThat(errors("--only", "vanila"))
        .startsWith(
            "Invalid value for option '--only' (TYPE): there is no type 'vanila'; there are vanilla, ")
        .contains("contractive, ");
    assertThat(exit).isEqualTo(2);
  }

  @Test
  void countsUnitsThatVary() {
    float[][] codes = {{1, 5, 0, 0}, {3, 5, 0.1f, 1}, {5, 5, 0, 0}};
    assertThat(Studio.unitsInUse(codes)).isEqualTo(2);
    assertThat(Studio.unitsInUse(new float[][] {{1, 2}, {1, 2}})).isZero();
  }

  @Test
  void theMeanImageIsTheYardstick() {
    Images images = Images.bundled();
    assertThat(images.meanImageError()).isBetween(0.086, 0.088);
    assertThat(Arrays.stream(images.shown()).distinct().count()).isEqualTo(10);
  }
}
