package io.venturi.convolutional;

import io.venturi.kernel.Activation;

/** What max and average pooling have in common: windows, and which of their pixels there are. */
abstract class PoolKernel extends ResamplingKernel {

  final Geometry geometry;
  final Window window;
  final int channels;

  PoolKernel(Geometry geometry, Activation activation) {
    super(geometry.size(), Math.multiplyExact(geometry.windows(), geometry.channels()), activation);
    this.geometry = geometry;
    this.window = geometry.window();
    this.channels = geometry.channels();
    if (window.dilationHeight() != 1 || window.dilationWidth() != 1) {
      throw new IllegalArgumentException("a pooling window is dilated: " + window);
    }
  }

  /** The first of a window's rows that lies in the image. */
  final int firstRow(int i) {
    return Math.max(0, -geometry.top(i));
  }

  /** The last of them, and 1: there is one at least, since windows have no holes. */
  final int endRow(int i) {
    return Math.min(window.kernelHeight(), geometry.height() - geometry.top(i));
  }

  final int firstColumn(int i) {
    return Math.max(0, -geometry.left(i));
  }

  final int endColumn(int i) {
    return Math.min(window.kernelWidth(), geometry.width() - geometry.left(i));
  }

  /** Where the image's values of a pixel of a window begin. */
  final int pixel(int i, int row, int column) {
    int y = geometry.top(i) + row;
    return (y * geometry.width() + geometry.left(i) + column) * channels;
  }
}
