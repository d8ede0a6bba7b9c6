package io.venturi.losses;

import io.venturi.kernel.Activation;
import io.venturi.spi.Loss;
import io.venturi.spi.LossTile;
import java.util.Arrays;

/**
 * {@code 1 − mean of (2 μx μy + C1)(2 σxy + C2) / ((μx² + μy² + C1)(σx² + σy² + C2))} over the
 * window's places and the channels. With E the window's weighted mean, σy² = E(y²) − μy² and σxy =
 * E(xy) − μx μy; so the derivative by a pixel of y comes from those by μy, E(y²) and E(xy), spread
 * back over the window.
 */
final class StructuralSimilarityLoss implements Loss {

  private static final int PLANES = 10;

  private final ImageShape image;
  private final GaussianWindow window;
  private final float c1;
  private final float c2;

  StructuralSimilarityLoss(ImageShape image, GaussianWindow window, float c1, float c2) {
    this.image = image;
    this.window = window;
    this.c1 = c1;
    this.c2 = c2;
  }

  @Override
  public int scratch(int width) {
    return PLANES * image.pixels();
  }

  @Override
  public void evaluate(LossTile tile, Activation activation) {
    float[] at = tile.preActivation;
    if (activation.differentiatesInput()) {
      at = tile.spare;
      System.arraycopy(tile.preActivation, 0, at, 0, tile.size());
    }
    activation.apply(tile.preActivation, tile.rows(), tile.width());
    for (int r = 0; r < tile.rows(); r++) {
      double similarity = 0;
      for (int channel = 0; channel < image.channels(); channel++) {
        similarity += channel(tile, r * tile.width() + channel);
      }
      tile.rowLoss[tile.firstRow() + r] = (float) (1 - similarity / image.channels());
    }
    activation.gradient(tile.gradient, at, tile.rows(), tile.width());
  }

  /** The mean similarity of one channel, whose gradient it writes. */
  private double channel(LossTile tile, int first) {
    int pixels = image.pixels();
    int step = image.channels();
    float[] m = tile.scratch;
    float middleX = centre(tile.target, first, m, 0);
    float middleY = centre(tile.preActivation, first, m, pixels);
    int places = window.places(image.height()) * window.places(image.width());
    double sum = similarities(m, middleX, middleY, -tile.scale() / places / step);
    for (int i = 0; i < pixels; i++) {
      tile.gradient[first + i * step] =
          m[2 * pixels + i] + 2 * m[pixels + i] * m[3 * pixels + i] + m[i] * m[4 * pixels + i];
    }
    return sum / places;
  }

  /** Copies a channel less its mean, so that squares of large values do not cancel; the mean. */
  private float centre(float[] values, int first, float[] into, int to) {
    int pixels = image.pixels();
    int step = image.channels();
    double sum = 0;
    for (int i = 0; i < pixels; i++) {
      sum += values[first + i * step];
    }
    float middle = (float) (sum / pixels);
    for (int i = 0; i < pixels; i++) {
      into[to + i] = values[first + i * step] - middle;
    }
    return middle;
  }

  /**
   * Planes 0 and 1 are x and y, less their means. Leaves in planes 2 to 4 {@code factor} · the
   * derivatives by μy, E(y²) and E(xy), spread over pixels.
   */
  private double similarities(float[] m, float middleX, float middleY, float factor) {
    int pixels = image.pixels();
    for (int from = 0; from < 2; from++) { // Means of x and y in planes 5 and 6.
      means(m, from, 5 + from);
    }
    for (int product = 0; product < 3; product++) { // Of x², y² and xy in planes 7, 8 and 9.
      int left = product == 1 ? pixels : 0;
      int right = product == 0 ? 0 : pixels;
      for (int i = 0; i < pixels; i++) {
        m[2 * pixels + i] = m[left + i] * m[right + i];
      }
      means(m, 2, 7 + product);
    }
    double sum = 0;
    for (int row = 0; row < image.height(); row++) {
      int first = row * image.width();
      int across = row < window.places(image.height()) ? window.places(image.width()) : 0;
      sum += compare(m, first, across, middleX, middleY, factor);
      for (int plane = 5; plane < 8; plane++) { // No window begins here.
        int from = plane * pixels + first;
        Arrays.fill(m, from + across, from + image.width(), 0f);
      }
    }
    for (int plane = 0; plane < 3; plane++) {
      window.spread(m, (5 + plane) * pixels, pixels, image.width(), (2 + plane) * pixels);
    }
    return sum;
  }

  /**
   * Compares {@code n} windows in a row of places: the sum of their similarities, and in planes 5
   * to 7 the derivatives.
   */
  private double compare(float[] m, int first, int n, float middleX, float middleY, float factor) {
    int pixels = image.pixels();
    double sum = 0;
    for (int i = first; i < first + n; i++) {
      float vx = m[5 * pixels + i];
      float vy = m[6 * pixels + i];
      float ux = vx + middleX;
      float uy = vy + middleY;
      float a = 2 * ux * uy + c1;
      float b = 2 * (m[9 * pixels + i] - vx * vy) + c2;
      float c = ux * ux + uy * uy + c1;
      float d =
          Math.max(0, m[7 * pixels + i] - vx * vx) + Math.max(0, m[8 * pixels + i] - vy * vy) + c2;
      float means = a / c;
      float contrasts = b / d;
      float similarity = means * contrasts;
      sum += similarity;
      m[5 * pixels + i] =
          2 * factor * (ux * contrasts / c - vx * means / d)
              + 2 * factor * similarity * (vy / d - uy / c);
      m[6 * pixels + i] = -factor * similarity / d;
      m[7 * pixels + i] = 2 * factor * means / d;
    }
    return sum;
  }

  private void means(float[] m, int from, int to) {
    int pixels = image.pixels();
    window.means(m, from * pixels, pixels, image.width(), to * pixels);
  }
}
