package io.venturi.samples.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageGridTest {

  @TempDir Path folder;

  @Test
  void writesRowsOfEnlargedImages() throws IOException {
    Path file = folder.resolve("grid.png");
    new ImageGrid(2, 2, 1)
        .row(new float[][] {{0, 1, 0.2f, 0.4f}, {0, 0, 0, 0}})
        .row(new float[][] {{-3, 7, Float.NaN, 1}})
        .write(file);
    BufferedImage picture = Objects.requireNonNull(ImageIO.read(file.toFile()));

    assertThat(picture.getWidth()).isEqualTo(4 + 2 * (8 + 4));
    assertThat(picture.getHeight()).isEqualTo(4 + 2 * (8 + 4));
    assertThat(grey(picture, 0, 0)).isEqualTo(255);
    for (int pixel = 0; pixel < 4; pixel++) {
      assertThat(grey(picture, 4 + pixel, 4 + pixel)).isEqualTo(0);
      assertThat(grey(picture, 8 + pixel, 4 + pixel)).isEqualTo(255);
      assertThat(grey(picture, 4 + pixel, 8 + pixel)).isEqualTo(51);
      assertThat(grey(picture, 8 + pixel, 8 + pixel)).isEqualTo(102);
    }
    assertThat(grey(picture, 12, 4)).isEqualTo(255);
    assertThat(grey(picture, 16, 4)).isEqualTo(0);
    // What is no number between 0 and 1 is shown as the nearer end.
    assertThat(grey(picture, 4, 16)).isEqualTo(0);
    assertThat(grey(picture, 8, 16)).isEqualTo(255);
    assertThat(grey(picture, 4, 20)).isEqualTo(0);
    assertThat(grey(picture, 8, 20)).isEqualTo(255);
  }

  @Test
  void drawsColours() {
    BufferedImage picture =
        new ImageGrid(1, 1, 3).row(new float[][] {{1, 0.2f, 0}, {0, 0, 1}}).draw();
    assertThat(picture.getRGB(4, 4)).isEqualTo(0xffff3300);
    assertThat(picture.getRGB(12, 4)).isEqualTo(0xff0000ff);
  }

  @Test
  void refusesWhatIsNoImage() {
    assertThatThrownBy(() -> new ImageGrid(784))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "A picture needs the shape {height, width}, or with 1 or 3 channels behind it, not"
                + " [784].");
    assertThatThrownBy(() -> new ImageGrid(28, 28, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ImageGrid(0, 28)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ImageGrid(28, 28).row(new float[][] {new float[783]}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("An image of 28 x 28 x 1 has 784 values, not 783.");
    assertThatThrownBy(() -> new ImageGrid(28, 28).draw())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void writesLabelsAtTheLeft() {
    float[][] black = {{0, 0, 0, 0}};
    BufferedImage picture =
        new ImageGrid(20, 20).row("a\nlong", new float[][] {new float[400]}).draw();
    int left = 8 + 4 * Lettering.WIDTH + 8;
    assertThat(picture.getWidth()).isEqualTo(left + 4 + 80 + 4);
    assertThat(grey(picture, left + 4, 4)).isEqualTo(0);
    // Two lines around the middle, both ending at the right: "a" stands above "g".
    int middle = 4 + 40;
    assertThat(ink(picture, 0, left - 8 - Lettering.WIDTH, middle - Lettering.HEIGHT)).isZero();
    assertThat(ink(picture, left - 8 - Lettering.WIDTH, left - 8, middle - Lettering.HEIGHT))
        .isPositive();
    assertThat(ink(picture, 8, left - 8, middle)).isPositive();
    assertThat(ink(picture, left - 8, left, middle)).isZero();
    // As wide as without labels if none has one, and what has no letter is still shown.
    assertThat(new ImageGrid(2, 2).row(black).draw().getWidth()).isEqualTo(16);
    assertThat(new ImageGrid(2, 2).row("", black).draw().getWidth()).isEqualTo(16);
    assertThat(
            ink(
                new ImageGrid(20, 20).row("\u00fc", new float[][] {new float[400]}).draw(),
                0,
                27,
                middle - 11))
        .isPositive();
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
