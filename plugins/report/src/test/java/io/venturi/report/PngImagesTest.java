package io.venturi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.venturi.application.report.Axis;
import io.venturi.application.report.ImageRows;
import io.venturi.application.report.LineChart;
import io.venturi.application.report.Series;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngImagesTest {

  /** Images of 2 x 2 pixels are enlarged 50 times. */
  private static final int SCALE = 50;

  private static final int CELL = 2 * SCALE + 4;

  @TempDir Path folder;

  private static ImageRows rows(int... shape) {
    return new ImageRows("Images", "Some images.", shape);
  }

  private BufferedImage written(ImageRows images) throws IOException {
    Path file = folder.resolve("new").resolve("images.png");
    PngImages.write(file, images);
    return Objects.requireNonNull(ImageIO.read(file.toFile()));
  }

  @Test
  void writesRowsOfEnlargedImages() throws IOException {
    BufferedImage picture =
        written(
            rows(2, 2, 1)
                .row("", new float[][] {{0, 1, 0.2f, 0.4f}, {0, 0, 0, 0}})
                .row("", new float[][] {{-3, 7, Float.NaN, 1}}));

    assertThat(picture.getWidth()).isEqualTo(4 + 2 * CELL);
    assertThat(picture.getHeight()).isEqualTo(4 + 2 * CELL);
    assertThat(grey(picture, 0, 0)).isEqualTo(255);
    for (int corner : new int[] {0, SCALE - 1}) {
      assertThat(grey(picture, 4 + corner, 4 + corner)).isEqualTo(0);
      assertThat(grey(picture, 4 + SCALE + corner, 4 + corner)).isEqualTo(255);
      assertThat(grey(picture, 4 + corner, 4 + SCALE + corner)).isEqualTo(51);
      assertThat(grey(picture, 4 + SCALE + corner, 4 + SCALE + corner)).isEqualTo(102);
    }
    // What is no number between 0 and 1 is shown as the nearer end, what is none as black.
    assertThat(grey(picture, 4, 4 + CELL)).isEqualTo(0);
    assertThat(grey(picture, 4 + SCALE, 4 + CELL)).isEqualTo(255);
    assertThat(grey(picture, 4, 4 + CELL + SCALE)).isEqualTo(0);
  }

  @Test
  void drawsColours() throws IOException {
    BufferedImage picture = written(rows(1, 1, 3).row("", new float[][] {{1, 0.2f, 0}, {0, 0, 1}}));
    assertThat(picture.getRGB(4, 4)).isEqualTo(0xffff3300);
    assertThat(picture.getRGB(4 + 104, 4)).isEqualTo(0xff0000ff);
  }

  @Test
  void manyImagesOfARowAreInSeveralLines() throws IOException {
    BufferedImage picture = written(rows(2, 2).row("", new float[25][4]));
    assertThat(picture.getWidth()).isEqualTo(4 + 24 * CELL);
    assertThat(picture.getHeight()).isEqualTo(4 + 2 * CELL);
    assertThat(grey(picture, 4, 4 + CELL)).isZero();
    assertThat(grey(picture, 4 + CELL, 4 + CELL)).isEqualTo(255);
  }

  @Test
  void writesLabelsAtTheLeft() throws IOException {
    float[][] black = {new float[400]};
    BufferedImage picture = written(rows(20, 20).row("a\nlong", black));
    int left = 8 + 4 * Lettering.WIDTH + 8;
    assertThat(picture.getWidth()).isEqualTo(left + 4 + 100 + 4);
    assertThat(grey(picture, left + 4, 4)).isEqualTo(0);
    // Two lines around the middle, both ending at the right: "a" stands above "g".
    int middle = 4 + 50;
    assertThat(ink(picture, 0, left - 8 - Lettering.WIDTH, middle - Lettering.HEIGHT)).isZero();
    assertThat(ink(picture, left - 8 - Lettering.WIDTH, left - 8, middle - Lettering.HEIGHT))
        .isPositive();
    assertThat(ink(picture, 8, left - 8, middle)).isPositive();
    assertThat(ink(picture, left - 8, left, middle)).isZero();
    // What has no letter is still shown, and long words are cut.
    assertThat(ink(written(rows(20, 20).row("\u00fc", black)), 0, 27, middle - 11)).isPositive();
    assertThat(written(rows(20, 20).row("w".repeat(300), black)).getWidth())
        .isEqualTo(8 + 24 * Lettering.WIDTH + 8 + 4 + 100 + 4);
  }

  @Test
  void chartsHaveTheirSize() throws IOException {
    Path file = folder.resolve("chart.png");
    PngImages.write(file, Demo.bars());
    BufferedImage chart = Objects.requireNonNull(ImageIO.read(file.toFile()));
    assertThat(chart.getWidth()).isEqualTo(1080);
    assertThat(chart.getHeight()).isEqualTo(720);
    assertThat(chart.getRGB(0, 0)).isEqualTo(0xffffffff);
    PngImages.write(file, Demo.errors());
    PngImages.write(file, Demo.codes());
    assertThat(file.toFile().length()).isBetween(50_000L, 400_000L);
  }

  @Test
  void whatCannotBeDrawnIsRefused() {
    Path file = folder.resolve("none.png");
    assertThatThrownBy(() -> PngImages.write(file, rows(2, 2).row("none", new float[0][])))
        .isInstanceOf(ReportException.class)
        .hasMessage("[AE-483] The picture \"Images\" has no image: add a row of at least one.");
    float[][] same = new float[40_000][];
    java.util.Arrays.fill(same, new float[1]);
    assertThatThrownBy(() -> PngImages.write(file, rows(1, 1).row("", same)))
        .isInstanceOf(ReportException.class)
        .hasMessage(
            "[AE-484] The picture \"Images\" would have 2500 x 173372 pixels: show fewer images.");
    LineChart empty =
        new LineChart(
            "Loss",
            "No loss.",
            Axis.of("epoch"),
            Axis.logarithmic("loss"),
            List.of(Series.of("training", new double[] {1, 2}, new double[] {0, Double.NaN})));
    assertThatThrownBy(() -> PngImages.write(file, empty))
        .isInstanceOf(ReportException.class)
        .hasMessage(
            "[AE-485] The chart \"Loss\" has no value that can be drawn: values must be finite,"
                + " and above 0 on a logarithmic axis.");
    assertThat(file).doesNotExist();
  }

  /** How dark one line of text is between two columns. */
  private static int ink(BufferedImage picture, int from, int to, int top) {
    int sum = 0;
    for (int y = top; y < top + Lettering.HEIGHT; y++) {
      for (int x = from; x < to; x++) {
        sum += 255 - grey(picture, x, y);
      }
    }
    return sum;
  }

  private static int grey(BufferedImage picture, int x, int y) {
    int colour = picture.getRGB(x, y) & 0xffffff;
    assertThat(colour % 0x010101).isZero();
    return colour / 0x010101;
  }
}
