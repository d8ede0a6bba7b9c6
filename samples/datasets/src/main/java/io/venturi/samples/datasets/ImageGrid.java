package io.venturi.samples.datasets;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Rows of images in one picture, such as originals over reconstructions. Needs no display and no
 * fonts, also where rows have labels.
 *
 * <pre>{@code
 * new ImageGrid(data.shape()).row(originals).row(reconstructions).write(Path.of("images.png"));
 * }</pre>
 */
public final class ImageGrid {

  /** How many pixels of the picture show one of an image, across and down. */
  private static final int SCALE = 4;

  /** Pixels of the picture between images and around them. */
  private static final int GAP = 4;

  /** Pixels of the picture on either side of labels. */
  private static final int MARGIN = 8;

  private static final int BACKGROUND = 0xffffff;

  private final int height;
  private final int width;
  private final int channels;
  private final List<float[][]> rows = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();

  /**
   * @param shape of one image: {height, width}, {height, width, 1} for grey, or {height, width, 3}
   *     for red, green and blue
   * @throws IllegalArgumentException if it is another shape
   */
  public ImageGrid(int... shape) {
    this.channels = shape.length == 3 ? shape[2] : 1;
    if (shape.length < 2
        || shape.length > 3
        || shape[0] < 1
        || shape[1] < 1
        || (channels != 1 && channels != 3)) {
      throw new IllegalArgumentException(
          "A picture needs the shape {height, width}, or with 1 or 3 channels behind it, not "
              + Arrays.toString(shape)
              + ".");
    }
    this.height = shape[0];
    this.width = shape[1];
  }

  /**
   * Adds a row of images below those that are there.
   *
   * @param images (n, values of one image), in [0, 1]; what is outside is shown as the nearer end,
   *     what is not a number as 0. Not copied.
   * @return this
   * @throws IllegalArgumentException if an image has another number of values
   */
  public ImageGrid row(float[][] images) {
    return row("", images);
  }

  /**
   * Adds a row of images with a label at its left.
   *
   * @param label ASCII, in one line or a few
   * @param images as without a label
   * @return this
   * @throws IllegalArgumentException if an image has another number of values
   */
  public ImageGrid row(String label, float[][] images) {
    for (float[] image : images) {
      if (image.length != height * width * channels) {
        throw new IllegalArgumentException(
            "An image of %d x %d x %d has %d values, not %d."
                .formatted(height, width, channels, height * width * channels, image.length));
      }
    }
    rows.add(images);
    labels.add(label);
    return this;
  }

  /**
   * Writes the picture as PNG, over a file that is there.
   *
   * @throws IOException if the file cannot be written
   * @throws IllegalStateException if there is no image
   */
  public void write(Path file) throws IOException {
    BufferedImage picture = draw();
    try (OutputStream destination = Files.newOutputStream(file)) {
      if (!ImageIO.write(picture, "png", destination)) {
        throw new IOException("This Java has no writer for PNG.");
      }
    }
  }

  BufferedImage draw() {
    int columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
    if (columns == 0) {
      throw new IllegalStateException("There is no image to draw: add a row.");
    }
    int longest = labels.stream().mapToInt(Lettering::width).max().orElse(0);
    int left = longest == 0 ? 0 : MARGIN + longest + MARGIN;
    BufferedImage picture =
        new BufferedImage(
            left + GAP + columns * (width * SCALE + GAP),
            GAP + rows.size() * (height * SCALE + GAP),
            BufferedImage.TYPE_INT_RGB);
    fill(picture, 0, 0, picture.getWidth(), picture.getHeight(), BACKGROUND);
    for (int row = 0; row < rows.size(); row++) {
      float[][] images = rows.get(row);
      int top = GAP + row * (height * SCALE + GAP);
      Lettering.write(picture, labels.get(row), left - MARGIN, top + height * SCALE / 2);
      for (int column = 0; column < images.length; column++) {
        draw(picture, left + GAP + column * (width * SCALE + GAP), top, images[column]);
      }
    }
    return picture;
  }

  private void draw(BufferedImage picture, int left, int top, float[] image) {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int start = (y * width + x) * channels;
        int red = level(image[start]);
        int green = channels == 1 ? red : level(image[start + 1]);
        int blue = channels == 1 ? red : level(image[start + 2]);
        int colour = red << 16 | green << 8 | blue;
        fill(picture, left + x * SCALE, top + y * SCALE, SCALE, SCALE, colour);
      }
    }
  }

  private static int level(float value) {
    return Math.round(Math.min(1, Math.max(0, value)) * 255);
  }

  private static void fill(
      BufferedImage picture, int left, int top, int width, int height, int colour) {
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        picture.setRGB(x, y, colour);
      }
    }
  }
}
