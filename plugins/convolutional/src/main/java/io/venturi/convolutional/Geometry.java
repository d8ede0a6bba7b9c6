package io.venturi.convolutional;

import io.venturi.kernel.NativeConvolution;

/**
 * Where the windows lie over an image, and which of its pixels each has: one window for every pixel
 * of a smaller image. A convolution goes from the image to the windows, a transposed one back.
 *
 * @param height of the image
 * @param width of the image
 * @param channels of the image
 * @param windowRows the height of the image that has a pixel for each window
 * @param windowColumns its width
 * @param window what moves
 */
record Geometry(
    int height, int width, int channels, int windowRows, int windowColumns, Window window) {

  Geometry {
    if (height < 1 || width < 1 || channels < 1 || windowRows < 1 || windowColumns < 1) {
      throw new IllegalArgumentException(
          "%d×%d windows on an image of %d×%d×%d"
              .formatted(windowRows, windowColumns, height, width, channels));
    }
    if ((windowRows - 1L) * window.strideHeight() - window.top() >= height
        || (windowColumns - 1L) * window.strideWidth() - window.left() >= width) {
      throw new IllegalArgumentException(
          "the last of %d×%d windows lies beyond an image of %d×%d"
              .formatted(windowRows, windowColumns, height, width));
    }
    // Products that overflow are no layer.
    int unused = Math.multiplyExact(Math.multiplyExact(height, width), channels);
    int unusedToo = Math.multiplyExact(windowRows, windowColumns);
    int unusedEither = Math.multiplyExact(window.kernelHeight() * window.kernelWidth(), channels);
  }

  /** The same for oneDNN. */
  NativeConvolution.Shape nativeShape(int filters) {
    return new NativeConvolution.Shape(
        height,
        width,
        channels,
        windowRows,
        windowColumns,
        filters,
        window.kernelHeight(),
        window.kernelWidth(),
        window.strideHeight(),
        window.strideWidth(),
        window.dilationHeight(),
        window.dilationWidth(),
        window.top(),
        window.left());
  }

  /** Values of the image. */
  int size() {
    return height * width * channels;
  }

  /** How many windows. */
  int windows() {
    return windowRows * windowColumns;
  }

  /** Values under one window, those beyond the edges counted. */
  int patchSize() {
    return window.kernelHeight() * window.kernelWidth() * channels;
  }

  /** The image's row at which a window begins; negative where it reaches over the upper edge. */
  int top(int i) {
    return i / windowColumns * window.strideHeight() - window.top();
  }

  /** The image's column at which a window begins; negative where it reaches over the left edge. */
  int left(int i) {
    return i % windowColumns * window.strideWidth() - window.left();
  }
}
