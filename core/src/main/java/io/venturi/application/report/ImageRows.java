package io.venturi.application.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of images of one shape, each row with a label, such as originals over reconstructions. */
public final class ImageRows {

  private final String title;
  private final String description;
  private final int height;
  private final int width;
  private final int channels;
  private final List<Row> rows = new ArrayList<>();

  /**
   * @param title what it shows, in a few words
   * @param description the same for those who cannot see it
   * @param shape of one image: {height, width}, {height, width, 1} for grey, or {height, width, 3}
   *     for red, green and blue
   * @throws IllegalArgumentException if it is another shape
   */
  public ImageRows(String title, String description, int... shape) {
    this.title = title;
    this.description = description;
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
   * @param label what they are, in a few words; may be empty
   * @param images (n, values of one image), in [0, 1]; what is outside is shown as the nearer end,
   *     what is not a number as 0. Not copied.
   * @return this
   * @throws IllegalArgumentException if an image has another number of values
   */
  public ImageRows row(String label, float[][] images) {
    for (float[] image : images) {
      if (image.length != height * width * channels) {
        throw new IllegalArgumentException(
            "An image of %d x %d x %d has %d values, not %d."
                .formatted(height, width, channels, height * width * channels, image.length));
      }
    }
    rows.add(new Row(label, images));
    return this;
  }

  /** What it shows, in a few words. */
  public String title() {
    return title;
  }

  /** The same for those who cannot see it. */
  public String description() {
    return description;
  }

  /** Pixels of an image, from top to bottom. */
  public int height() {
    return height;
  }

  /** Pixels of an image, from left to right. */
  public int width() {
    return width;
  }

  /** 1 for grey; 3 for red, green and blue. */
  public int channels() {
    return channels;
  }

  /** The rows, from top to bottom. */
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /**
   * Some images.
   *
   * @param label what they are
   * @param images (n, values of one image)
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  public record Row(String label, float[][] images) {}
}
