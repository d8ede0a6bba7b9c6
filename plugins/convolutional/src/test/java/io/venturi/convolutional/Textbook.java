package io.venturi.convolutional;

/** Convolution and pooling as a textbook has them, in double, one loop for every index. */
final class Textbook {

  private Textbook() {}

  /** (rows, height, width, channels) → (rows, windows, filters), without bias and activation. */
  static double[] convolution(double[] x, double[] weights, int filters, Geometry g, int rows) {
    double[] y = new double[rows * g.windows() * filters];
    each(
        g,
        rows,
        (row, i, ky, kx, c, pixel) -> {
          for (int f = 0; f < filters; f++) {
            y[(row * g.windows() + i) * filters + f] +=
                x[pixel] * weights[weight(g, ky, kx, c) * filters + f];
          }
        });
    return y;
  }

  /** The way back: (rows, windows, filters) → (rows, height, width, channels). */
  static double[] transposed(double[] y, double[] weights, int filters, Geometry g, int rows) {
    double[] x = new double[rows * g.size()];
    each(
        g,
        rows,
        (row, i, ky, kx, c, pixel) -> {
          for (int f = 0; f < filters; f++) {
            x[pixel] +=
                y[(row * g.windows() + i) * filters + f]
                    * weights[weight(g, ky, kx, c) * filters + f];
          }
        });
    return x;
  }

  /** The gradient of Σ y · convolution(x) with respect to the weights. */
  static double[] weightGradient(double[] x, double[] y, int filters, Geometry g, int rows) {
    double[] gradient = new double[g.patchSize() * filters];
    each(
        g,
        rows,
        (row, i, ky, kx, c, pixel) -> {
          for (int f = 0; f < filters; f++) {
            gradient[weight(g, ky, kx, c) * filters + f] +=
                x[pixel] * y[(row * g.windows() + i) * filters + f];
          }
        });
    return gradient;
  }

  private static int weight(Geometry g, int ky, int kx, int c) {
    return (ky * g.window().kernelWidth() + kx) * g.channels() + c;
  }

  /** One pixel of one window. */
  interface Visit {
    void at(int row, int window, int ky, int kx, int channel, int pixel);
  }

  /** Every pixel that a window has in the image. */
  static void each(Geometry g, int rows, Visit visit) {
    Window w = g.window();
    for (int row = 0; row < rows; row++) {
      for (int wy = 0; wy < g.windowRows(); wy++) {
        for (int wx = 0; wx < g.windowColumns(); wx++) {
          for (int ky = 0; ky < w.kernelHeight(); ky++) {
            for (int kx = 0; kx < w.kernelWidth(); kx++) {
              int y = wy * w.strideHeight() + ky * w.dilationHeight() - w.top();
              int x = wx * w.strideWidth() + kx * w.dilationWidth() - w.left();
              if (y >= 0 && y < g.height() && x >= 0 && x < g.width()) {
                for (int c = 0; c < g.channels(); c++) {
                  int pixel = ((row * g.height() + y) * g.width() + x) * g.channels() + c;
                  visit.at(row, wy * g.windowColumns() + wx, ky, kx, c, pixel);
                }
              }
            }
          }
        }
      }
    }
  }
}
