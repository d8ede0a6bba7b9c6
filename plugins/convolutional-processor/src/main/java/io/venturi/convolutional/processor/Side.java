package io.venturi.convolutional.processor;

/**
 * How windows move along one side of an image.
 *
 * @param kernel pixels that a window takes
 * @param stride how far apart windows are
 * @param dilation how far apart a window's pixels are
 * @param before how far the first window reaches over the edge, if not {@code same}
 * @param after how far the last one does
 * @param same whether windows reach over the edges so far that there are ⌈n / stride⌉ of them
 */
record Side(int kernel, int stride, int dilation, int before, int after, boolean same) {

  /** Pixels from a window's first to its last, both counted. */
  long span() {
    return (kernel - 1L) * dilation + 1;
  }

  /** How many windows n pixels have; less than 1 if none fits. */
  long windows(int n) {
    return same
        ? (n - 1L) / stride + 1
        : Math.floorDiv((long) n + before + after - span(), (long) stride) + 1;
  }

  /** The fewest pixels that have so many windows; less than 1 if all of them would be padding. */
  long fewest(int windows) {
    return same ? (windows - 1L) * stride + 1 : (windows - 1L) * stride + span() - before - after;
  }

  /** The most pixels that have so many windows. */
  long most(int windows) {
    return fewest(windows) + stride - 1;
  }

  /** How many pixels so many windows become where nothing else is said. */
  long usual(int windows) {
    return same ? (long) windows * stride : fewest(windows);
  }

  /** Whether n pixels have so many windows. */
  boolean makes(long n, int windows) {
    return n >= Math.max(1, fewest(windows)) && n <= most(windows);
  }

  /** How far the first of so many windows on n pixels reaches over the edge. */
  long padBefore(int n, int windows) {
    return same ? Math.max(0, (windows - 1L) * stride + span() - n) / 2 : before;
  }

  /** Pixels with those beyond the edges. */
  long padded(int n) {
    return same ? Math.max(n, (windows(n) - 1) * stride + span()) : (long) n + before + after;
  }
}
