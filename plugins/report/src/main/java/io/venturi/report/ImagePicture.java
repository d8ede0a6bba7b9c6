package io.venturi.report;

import io.venturi.application.report.ImageRows;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of images in one picture, enlarged, a row of many in several lines. Needs neither a display
 * nor fonts, also where rows have labels.
 */
final class ImagePicture {

  /** Images beside one another. */
  static final int COLUMNS = 24;

  /** Pixels of the picture between images and around them. */
  private static final int GAP = 4;

  /** Pixels of the picture on either side of labels. */
  private static final int MARGIN = 8;

  /** Letters of a label's line. */
  private static final int LETTERS = 24;

  private static final int SMALLEST = 100;
  private static final int WHITE = 0xffffffff;
  private static final int CLEAR = 0;
  private static final long MOST_PIXELS = 100_000_000;

  private final ImageRows images;
  private final boolean labelled;
  private final int scale;
  private final int columns;
  private final int cellWidth;
  private final int cellHeight;
  private final List<String> labels = new ArrayList<>();

  private ImagePicture(ImageRows images, int columns, boolean labelled) {
    this.images = images;
    this.labelled = labelled;
    this.columns = columns;
    // Whole numbers, so that a pixel of an image stays a square.
    this.scale = Math.max(1, blocks(SMALLEST, Math.max(images.height(), images.width())));
    this.cellWidth = images.width() * scale + GAP;
    this.cellHeight = images.height() * scale + GAP;
    for (ImageRows.Row row : images.rows()) {
      labels.add(labelled ? cut(row.label()) : "");
    }
  }

  private static String cut(String label) {
    return String.join(
        "\n", label.lines().map(line -> Words.atMost(LETTERS, line).replace("…", ".")).toList());
  }

  /** With labels at the left, on white. */
  static BufferedImage labelled(ImageRows images) {
    return new ImagePicture(images, columns(images), true).draw();
  }

  /** One row without its label, on nothing, as wide as if it had this many images. */
  static BufferedImage strip(ImageRows images, ImageRows.Row row, int columns) {
    ImageRows alone =
        new ImageRows(
            images.title(),
            images.description(),
            images.height(),
            images.width(),
            images.channels());
    return new ImagePicture(alone.row("", row.images()), columns, false).draw();
  }

  /** How many images are beside one another. */
  static int columns(ImageRows images) {
    int longest = images.rows().stream().mapToInt(row -> row.images().length).max().orElse(0);
    return Math.min(COLUMNS, longest);
  }

  private int lines(ImageRows.Row row) {
    return blocks(row.images().length, columns);
  }

  /** How many of this size hold so many. */
  private static int blocks(int all, int size) {
    return (all + size - 1) / size;
  }

  private BufferedImage draw() {
    if (columns == 0) {
      throw new ReportException(ReportMessage.NO_IMAGE, images.title());
    }
    int longest = labels.stream().mapToInt(Lettering::width).max().orElse(0);
    int left = longest == 0 ? 0 : MARGIN + longest + MARGIN;
    long lines = images.rows().stream().mapToLong(this::lines).sum();
    long width = left + GAP + (long) columns * cellWidth;
    long height = GAP + lines * cellHeight;
    if (width * height > MOST_PIXELS) {
      throw new ReportException(ReportMessage.TOO_LARGE, images.title(), width, height);
    }
    BufferedImage picture =
        new BufferedImage(
            (int) width,
            (int) height,
            labelled ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    fill(picture, 0, 0, (int) width, (int) height, labelled ? WHITE : CLEAR);
    int top = GAP;
    for (int r = 0; r < images.rows().size(); r++) {
      ImageRows.Row row = images.rows().get(r);
      int rowHeight = lines(row) * cellHeight - GAP;
      Lettering.write(picture, labels.get(r), left - MARGIN, top + rowHeight / 2);
      for (int i = 0; i < row.images().length; i++) {
        int x = left + GAP + i % columns * cellWidth;
        draw(picture, x, top + i / columns * cellHeight, row.images()[i]);
      }
      top += lines(row) * cellHeight;
    }
    return picture;
  }

  private void draw(BufferedImage picture, int left, int top, float[] image) {
    int channels = images.channels();
    for (int y = 0; y < images.height(); y++) {
      for (int x = 0; x < images.width(); x++) {
        int start = (y * images.width() + x) * channels;
        int red = level(image[start]);
        int green = channels == 1 ? red : level(image[start + 1]);
        int blue = channels == 1 ? red : level(image[start + 2]);
        int colour = 0xff000000 | red << 16 | green << 8 | blue;
        fill(picture, left + x * scale, top + y * scale, scale, scale, colour);
      }
    }
  }

  /** What is not a number is black. */
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
