package io.venturi.losses;

import io.venturi.kernel.Activation;
import io.venturi.spi.Loss;
import io.venturi.spi.LossTile;
import java.util.Arrays;

/**
 * {@code 1 − mean of (2 μx μy + C1)(2 σxy + C2) / ((μx² + μy² + C1)(σx² + σy² + C2))} over the
 * window's places and the channels. With E the window's weighted mean, σy² = E(y²) − μy² and σxy =
 * E(xy) − μx μy; the variances appear as a sum alone, so four means do: of x, y, x² + y² and xy.
 * The derivative by a pixel of y comes from those by μy, E(y²) and E(xy), spread back over the
 * window.
 */
final class StructuralSimilarityLoss implements Loss {

  private final ImageShape image;
  private final GaussianWindow window;
  private final float c1;
  private final float c2;

  /** Kept by thread, so that a step makes none. */
  private final ThreadLocal<SimilarityLines> memory;

  StructuralSimilarityLoss(ImageShape image, GaussianWindow window, float c1, float c2) {
    this.image = image;
    this.window = window;
    this.c1 = c1;
    this.c2 = c2;
    this.memory = ThreadLocal.withInitial(() -> new SimilarityLines(image, window, 0));
  }

  @Override
  public void evaluate(LossTile tile, Activation activation) {
    float[] at = tile.reconstruct(activation);
    SimilarityLines lines = lines(tile.rows());
    similarities(lines, tile);
    gradient(lines, tile);
    activation.gradient(tile.gradient, at, tile.rows(), tile.width());
  }

  private SimilarityLines lines(int images) {
    SimilarityLines lines = memory.get();
    if (lines.images < images) {
      lines = new SimilarityLines(image, window, images);
      memory.set(lines);
    }
    return lines;
  }

  /** Leaves in the first moments {@code scale} · the derivatives of the rows' losses. */
  private void similarities(SimilarityLines lines, LossTile tile) {
    int count = tile.rows();
    int n = lines.rowSize(count);
    lines.read(tile.target, count, lines.x, lines.meanOfX);
    lines.read(tile.preActivation, count, lines.y, lines.meanOfY);
    lines.means(lines.x, count, lines.moments[0]);
    lines.means(lines.y, count, lines.moments[1]);
    for (int r = 0; r < lines.rows.length; r++) {
      sumOfSquares(lines.rows[r], lines.x[r], lines.y[r], n);
    }
    lines.means(lines.rows, count, lines.moments[2]);
    for (int r = 0; r < lines.rows.length; r++) {
      multiply(lines.rows[r], lines.x[r], lines.y[r], n);
    }
    lines.means(lines.rows, count, lines.moments[3]);

    int size = lines.columnSize(1);
    int places = size * lines.moments[0].length; // Of all channels.
    Arrays.fill(lines.column, 0, lines.columnSize(count), 0f);
    for (int place = 0; place < lines.moments[0].length; place++) {
      compare(lines, place, lines.columnSize(count), -tile.scale() / places);
    }
    for (int r = 0; r < count; r++) {
      double sum = 0;
      for (int i = r * size; i < (r + 1) * size; i++) {
        sum += lines.column[i];
      }
      tile.rowLoss[tile.firstRow() + r] = (float) (1 - sum / places);
    }
  }

  private static void sumOfSquares(float[] to, float[] x, float[] y, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = x[i] * x[i] + y[i] * y[i];
    }
  }

  private static void multiply(float[] to, float[] left, float[] right, int n) {
    for (int i = 0; i < n; i++) {
      to[i] = left[i] * right[i];
    }
  }

  /**
   * Adds the similarities of n windows to {@code lines.column}, and puts {@code factor} · their
   * derivatives by μy, E(y²) and E(xy) in place of the first three moments. A loop stores into one
   * array, or it would not vectorise.
   */
  private void compare(SimilarityLines lines, int place, int n, float factor) {
    float[] x = lines.moments[0][place];
    float[] y = lines.moments[1][place];
    float[] squares = lines.moments[2][place];
    float[] xy = lines.moments[3][place];
    float[] lengths = lines.lengths;
    float[] means = lines.means;
    contrasts(x, y, squares, c2, n);
    correlations(x, y, xy, c2, n);
    lengths(x, y, lines.meanOfX, lines.meanOfY, lengths, c1, n);
    means(x, y, lines.meanOfX, lines.meanOfY, lengths, means, c1, n);
    addProducts(lines.column, means, xy, squares, n);
    byMean(x, y, lines.meanOfX, lines.meanOfY, lengths, squares, xy, means, 2 * factor, n);
    bySquare(y, means, xy, squares, -factor, n);
    byProduct(squares, means, 2 * factor, n);
  }

  /** {@code squares = 1 / (σx² + σy² + C2)}; no variance is below zero, whatever rounding says. */
  private static void contrasts(float[] x, float[] y, float[] squares, float c, int n) {
    for (int i = 0; i < n; i++) {
      squares[i] = 1 / (Math.max(0f, squares[i] - x[i] * x[i] - y[i] * y[i]) + c);
    }
  }

  /** {@code xy = 2 σxy + C2}. */
  private static void correlations(float[] x, float[] y, float[] xy, float c, int n) {
    for (int i = 0; i < n; i++) {
      xy[i] = 2 * (xy[i] - x[i] * y[i]) + c;
    }
  }

  /** {@code to = 1 / (μx² + μy² + C1)}. */
  private static void lengths(
      float[] x, float[] y, float[] middleX, float[] middleY, float[] to, float c, int n) {
    for (int i = 0; i < n; i++) {
      float ux = x[i] + middleX[i];
      float uy = y[i] + middleY[i];
      to[i] = 1 / (ux * ux + uy * uy + c);
    }
  }

  /** {@code to = (2 μx μy + C1) / (μx² + μy² + C1)}. */
  private static void means(
      float[] x,
      float[] y,
      float[] middleX,
      float[] middleY,
      float[] lengths,
      float[] to,
      float c,
      int n) {
    for (int i = 0; i < n; i++) {
      to[i] = (2 * (x[i] + middleX[i]) * (y[i] + middleY[i]) + c) * lengths[i];
    }
  }

  private static void addProducts(float[] sum, float[] a, float[] b, float[] c, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += a[i] * b[i] * c[i];
    }
  }

  private static void byMean(
      float[] x,
      float[] y,
      float[] middleX,
      float[] middleY,
      float[] lengths,
      float[] contrasts,
      float[] correlations,
      float[] means,
      float factor,
      int n) {
    for (int i = 0; i < n; i++) {
      float structure = correlations[i] * contrasts[i];
      x[i] =
          factor
              * (structure * lengths[i] * (x[i] + middleX[i] - means[i] * (y[i] + middleY[i]))
                  + means[i] * contrasts[i] * (structure * y[i] - x[i]));
    }
  }

  private static void bySquare(
      float[] y, float[] means, float[] correlations, float[] contrasts, float factor, int n) {
    for (int i = 0; i < n; i++) {
      y[i] = factor * means[i] * correlations[i] * contrasts[i] * contrasts[i];
    }
  }

  private static void byProduct(float[] contrasts, float[] means, float factor, int n) {
    for (int i = 0; i < n; i++) {
      contrasts[i] *= factor * means[i];
    }
  }

  /** {@code dμy + 2 y · dE(y²) + x · dE(xy)}, each spread over the pixels. */
  private static void gradient(SimilarityLines lines, LossTile tile) {
    int count = tile.rows();
    int n = lines.rowSize(count);
    int size = lines.rowSize(1);
    for (int moment = 0; moment < SimilarityLines.DERIVATIVES; moment++) {
      lines.spreadRight(moment, count);
      for (int r = 0; r < lines.rows.length; r++) {
        lines.spread(r, count);
        switch (moment) {
          case 0 -> System.arraycopy(lines.row, 0, lines.rows[r], 0, n);
          case 1 -> addProducts(lines.rows[r], 2, lines.y[r], lines.row, n);
          default -> addProducts(lines.rows[r], 1, lines.x[r], lines.row, n);
        }
      }
    }
    for (int r = 0; r < lines.rows.length; r++) {
      for (int i = 0; i < count; i++) {
        int to = (i * lines.rows.length + r) * size;
        System.arraycopy(lines.rows[r], i * size, tile.gradient, to, size);
      }
    }
  }

  private static void addProducts(float[] sum, float factor, float[] left, float[] right, int n) {
    for (int i = 0; i < n; i++) {
      sum[i] += factor * left[i] * right[i];
    }
  }
}
