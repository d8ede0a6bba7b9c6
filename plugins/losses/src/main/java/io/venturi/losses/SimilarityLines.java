package io.venturi.losses;

import java.util.Arrays;

/**
 * What structural similarity works on for some images at a time, as lines: rows of pixels (image,
 * column, channel), and columns (image, place, channel) of what a window has left of the rows.
 */
final class SimilarityLines {

  /** Means of x, y, x² + y² and xy. */
  private static final int MOMENTS = 4;

  /** Derivatives by the means of y, y² and xy, in place of the first moments. */
  static final int DERIVATIVES = 3;

  private final ImageShape image;
  private final GaussianWindow window;
  final int images;

  /** Rows of both images, less the means of their channels. */
  final float[][] x;

  final float[][] y;

  /** Of each channel at each column, those means. */
  final float[] meanOfX;

  final float[] meanOfY;

  /** Rows of products at first, then the gradient's. */
  final float[][] rows;

  /** What a window over rows gives at its places. */
  private final float[][] down;

  private final float[][] paddedDown;

  /** The same as columns. */
  private final float[][] columns;

  /** The moments at all places, one line a place to the right. */
  final float[][][] moments;

  private final float[][][] paddedMoments = new float[DERIVATIVES][][];

  /** A line of each kind. */
  final float[] row;

  final float[] column;

  final float[] means;

  final float[] lengths;

  SimilarityLines(ImageShape image, GaussianWindow window, int images) {
    this.image = image;
    this.window = window;
    this.images = images;
    int placesDown = window.places(image.height());
    int placesRight = window.places(image.width());
    int ofRow = images * image.width() * image.channels();
    int ofColumn = images * placesDown * image.channels();
    x = new float[image.height()][ofRow];
    y = new float[image.height()][ofRow];
    rows = new float[image.height()][ofRow];
    meanOfX = new float[ofColumn];
    meanOfY = new float[ofColumn];
    down = new float[placesDown][ofRow];
    paddedDown = window.padded(down, new float[ofRow]);
    columns = new float[image.width()][ofColumn];
    moments = new float[MOMENTS][placesRight][ofColumn];
    float[] zeros = new float[ofColumn];
    for (int i = 0; i < DERIVATIVES; i++) {
      paddedMoments[i] = window.padded(moments[i], zeros);
    }
    row = new float[ofRow];
    column = new float[ofColumn];
    means = new float[ofColumn];
    lengths = new float[ofColumn];
  }

  /** Values of a row of so many images. */
  int rowSize(int count) {
    return count * image.width() * image.channels();
  }

  /** Values of a column of so many images. */
  int columnSize(int count) {
    return count * down.length * image.channels();
  }

  /** Reads images, one after another, and takes the means of their channels off. */
  void read(float[] values, int count, float[][] lines, float[] means) {
    int size = rowSize(1);
    int n = rowSize(count);
    Arrays.fill(row, 0, n, 0f);
    for (int r = 0; r < lines.length; r++) {
      for (int i = 0; i < count; i++) {
        System.arraycopy(values, (i * lines.length + r) * size, lines[r], i * size, size);
      }
      add(row, lines[r], n);
    }
    int channels = image.channels();
    for (int i = 0; i < count; i++) {
      for (int c = 0; c < channels; c++) {
        centre(i, c, lines.length, means);
      }
    }
    for (float[] line : lines) {
      subtract(line, row, n);
    }
  }

  /** Makes the sums of columns in {@link #row} the mean of one channel. */
  private void centre(int i, int channel, int height, float[] means) {
    int channels = image.channels();
    double sum = 0;
    for (int k = i * rowSize(1) + channel; k < (i + 1) * rowSize(1); k += channels) {
      sum += row[k];
    }
    float mean = (float) (sum / (height * image.width()));
    for (int k = i * rowSize(1) + channel; k < (i + 1) * rowSize(1); k += channels) {
      row[k] = mean;
    }
    for (int k = i * columnSize(1) + channel; k < (i + 1) * columnSize(1); k += channels) {
      means[k] = mean;
    }
  }

  /** Means of some rows at all of the window's places. */
  void means(float[][] from, int count, float[][] to) {
    int n = rowSize(count);
    for (int place = 0; place < down.length; place++) {
      window.slide(from, place, down[place], n);
    }
    turn(down, columns, count);
    for (int place = 0; place < to.length; place++) {
      window.slide(columns, place, to[place], columnSize(count));
    }
  }

  /** The transpose of {@link #means}, of one of the first moments, as far as {@link #spread}. */
  void spreadRight(int moment, int count) {
    for (int i = 0; i < columns.length; i++) {
      window.slide(paddedMoments[moment], i, columns[i], columnSize(count));
    }
    turn(columns, down, count);
  }

  /** The rest of it, a row at a time, into {@link #row}. */
  void spread(int line, int count) {
    window.slide(paddedDown, line, row, rowSize(count));
  }

  /** From lines (image, j, channel), one for each i, makes lines (image, i, channel). */
  private void turn(float[][] from, float[][] to, int count) {
    int channels = image.channels();
    int whole = from.length - from.length % 4;
    for (int i = 0; i < count; i++) {
      int first = i * to.length * channels;
      int place = i * from.length * channels;
      for (int c = 0; c < channels; c++) {
        for (int k = 0; k < whole; k += 4) {
          turnFour(from, k, first + c, to, place + k * channels + c, channels);
        }
        for (int k = whole; k < from.length; k++) {
          turnOne(from[k], first + c, to, place + k * channels + c, channels);
        }
      }
    }
  }

  /** For one line alone, finding the places would take longer than the copies. */
  private static void turnFour(
      float[][] from, int k, int first, float[][] to, int place, int channels) {
    float[] line0 = from[k];
    float[] line1 = from[k + 1];
    float[] line2 = from[k + 2];
    float[] line3 = from[k + 3];
    int at = first;
    for (float[] turned : to) {
      float value0 = line0[at];
      float value1 = line1[at];
      float value2 = line2[at];
      float value3 = line3[at];
      turned[place] = value0;
      turned[place + channels] = value1;
      turned[place + 2 * channels] = value2;
      turned[place + 3 * channels] = value3;
      at += channels;
    }
  }

  private static void turnOne(float[] line, int first, float[][] to, int place, int channels) {
    int at = first;
    for (float[] turned : to) {
      turned[place] = line[at];
      at += channels;
    }
  }

  private static void add(float[] sum, float[] values, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += values[i];
    }
  }

  private static void subtract(float[] from, float[] values, int n) {
    for (int i = 0; i < n; i++) {
      from[i] -= values[i];
    }
  }
}
