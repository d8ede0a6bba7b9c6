package io.venturi.data;

import java.util.Arrays;

/**
 * A decoded image.
 *
 * @param channels 1 or 3
 * @param values row by row, the channels of a pixel next to one another
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Pixels(int height, int width, int channels, byte[] values) {

  /** Scaled by a triangle filter: for each new line first down, then across. */
  Pixels scaled(int newHeight, int newWidth) {
    if (newHeight == height && newWidth == width) {
      return this;
    }
    Filter rows = new Filter(height, newHeight);
    Filter columns = new Filter(width, newWidth);
    int lineLength = width * channels;
    float[] line = new float[lineLength];
    byte[] result = new byte[newHeight * newWidth * channels];
    int next = 0;
    for (int y = 0; y < newHeight; y++) {
      Arrays.fill(line, 0);
      for (int i = rows.first(y); i < rows.end(y); i++) {
        float weight = rows.weight(y, i);
        int start = i * lineLength;
        for (int x = 0; x < lineLength; x++) {
          line[x] += weight * (values[start + x] & 0xff);
        }
      }
      for (int x = 0; x < newWidth; x++) {
        for (int channel = 0; channel < channels; channel++) {
          float sum = 0;
          for (int i = columns.first(x); i < columns.end(x); i++) {
            sum += columns.weight(x, i) * line[i * channels + channel];
          }
          result[next++] = (byte) Math.max(0, Math.min(255, Math.round(sum)));
        }
      }
    }
    return new Pixels(newHeight, newWidth, channels, result);
  }

  /**
   * Which pixels become one, and how much each counts: a triangle around its centre that reaches
   * one pixel far, of the larger of the two grids, and is cut off at the edges.
   */
  private static final class Filter {

    private final int[] first;
    private final float[][] weights;

    Filter(int from, int to) {
      first = new int[to];
      weights = new float[to][];
      double scale = (double) from / to;
      double reach = Math.max(1, scale);
      for (int i = 0; i < to; i++) {
        double centre = (i + 0.5) * scale - 0.5;
        first[i] = Math.max(0, (int) Math.ceil(centre - reach));
        int end = Math.min(from, (int) Math.floor(centre + reach) + 1);
        double sum = 0;
        for (int j = first[i]; j < end; j++) {
          sum += triangle((j - centre) / reach);
        }
        weights[i] = new float[end - first[i]];
        for (int j = first[i]; j < end; j++) {
          weights[i][j - first[i]] = (float) (triangle((j - centre) / reach) / sum);
        }
      }
    }

    private static double triangle(double distance) {
      return Math.max(0, 1 - Math.abs(distance));
    }

    int first(int to) {
      return first[to];
    }

    int end(int to) {
      return first[to] + weights[to].length;
    }

    float weight(int to, int from) {
      return weights[to][from - first[to]];
    }
  }
}
