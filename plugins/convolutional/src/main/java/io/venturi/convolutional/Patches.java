package io.venturi.convolutional;

import java.util.Arrays;

/**
 * Copies what lies under windows out of images, and adds it up to images again: each is the adjoint
 * of the other. Images are flat arrays, channels first, then columns, then rows; patches lie one
 * after another, each as an image of the kernel's size. Windows count from left to right, then
 * down.
 */
final class Patches {

  private final Geometry geometry;
  private final Window window;
  private final int line;
  private final int run;

  Patches(Geometry geometry) {
    this.geometry = geometry;
    this.window = geometry.window();
    this.line = geometry.width() * geometry.channels();
    // Pixels that lie side by side in image and patch.
    this.run = window.dilationWidth() == 1 ? window.kernelWidth() : 1;
  }

  /** Copies patches to the start of {@code patches}, with zeros for what is beyond the edges. */
  void cut(float[] image, int firstWindow, int windows, float[] patches) {
    int to = 0;
    for (int i = firstWindow; i < firstWindow + windows; i++) {
      int y = geometry.top(i);
      int x = geometry.left(i);
      for (int ky = 0; ky < window.kernelHeight(); ky++) {
        int row = y + ky * window.dilationHeight();
        boolean inside = row >= 0 && row < geometry.height();
        for (int kx = 0; kx < window.kernelWidth(); kx += run) {
          int column = x + kx * window.dilationWidth();
          to = inside ? cutRun(image, row, column, patches, to) : zeros(patches, to, run);
        }
      }
    }
  }

  private int cutRun(float[] image, int row, int column, float[] patches, int to) {
    int before = Math.min(run, Math.max(0, -column));
    int after = Math.min(run - before, Math.max(0, column + run - geometry.width()));
    int at = zeros(patches, to, before);
    int n = (run - before - after) * geometry.channels();
    int from = row * line + (column + before) * geometry.channels();
    copy(image, from, patches, at, n);
    return zeros(patches, at + n, after);
  }

  /** A call for a few numbers takes longer than they do. */
  private static void copy(float[] source, int from, float[] target, int to, int n) {
    if (n > 16) {
      System.arraycopy(source, from, target, to, n);
    } else {
      for (int i = 0; i < n; i++) {
        target[to + i] = source[from + i];
      }
    }
  }

  private int zeros(float[] patches, int to, int pixels) {
    int end = to + pixels * geometry.channels();
    if (pixels > 0) {
      Arrays.fill(patches, to, end, 0f);
    }
    return end;
  }

  /** Adds patches from the start of {@code patches} to the image; what is beyond is left out. */
  void add(float[] patches, int firstWindow, int windows, float[] image) {
    int from = 0;
    for (int i = firstWindow; i < firstWindow + windows; i++) {
      int y = geometry.top(i);
      int x = geometry.left(i);
      for (int ky = 0; ky < window.kernelHeight(); ky++) {
        int row = y + ky * window.dilationHeight();
        boolean inside = row >= 0 && row < geometry.height();
        for (int kx = 0; kx < window.kernelWidth(); kx += run) {
          if (inside) {
            addRun(patches, from, row, x + kx * window.dilationWidth(), image);
          }
          from += run * geometry.channels();
        }
      }
    }
  }

  private void addRun(float[] patches, int from, int row, int column, float[] image) {
    int before = Math.min(run, Math.max(0, -column));
    int after = Math.min(run - before, Math.max(0, column + run - geometry.width()));
    int n = (run - before - after) * geometry.channels();
    int source = from + before * geometry.channels();
    int to = row * line + (column + before) * geometry.channels();
    for (int i = 0; i < n; i++) {
      image[to + i] += patches[source + i];
    }
  }
}
