package io.venturi.convolutional;

import io.venturi.kernel.Activation;
import io.venturi.kernel.Tensor;
import io.venturi.spi.NetworkWorkspace;
import java.util.Arrays;

/**
 * What max and average pooling have in common: the way over windows, and over a window's pixels.
 */
abstract class PoolKernel extends ShapeKernel {

  final int channels;

  private final Geometry geometry;
  private final Window window;

  PoolKernel(Geometry geometry, Activation activation) {
    super(geometry.size(), Math.multiplyExact(geometry.windows(), geometry.channels()), activation);
    this.geometry = geometry;
    this.window = geometry.window();
    this.channels = geometry.channels();
  }

  /** One of a window's pixels, forward: the {@code place}th, at {@code in} of the image. */
  abstract void take(
      float[] image, int in, float[] pooled, int out, float[] choices, int place, boolean isFirst);

  /** When all pixels of a window are taken. */
  abstract void finish(float[] pooled, int out, int taken);

  /** One of a window's pixels, backward. */
  abstract void give(
      float[] gradient, int out, float[] image, int in, float[] choices, int place, int taken);

  @Override
  final void transform(NetworkWorkspace w, Tensor in, ShapeActivations out) {
    float[] image = w.tile(IN);
    float[] pooled = w.tile(OUT);
    float[] choices = w.tile(CHOICES);
    for (int row = 0; row < w.rows(); row++) {
      in.read(row * inputs(), image, inputs());
      for (int i = 0; i < geometry.windows(); i++) {
        pool(image, i, pooled, choices);
      }
      out.value().write(row * outputs(), pooled, outputs());
      if (out.choices != null) {
        out.choices.write(row * outputs(), choices, outputs());
      }
    }
  }

  private void pool(float[] image, int i, float[] pooled, float[] choices) {
    int taken = 0;
    for (int ky = firstRow(i); ky < endRow(i); ky++) {
      for (int kx = firstColumn(i); kx < endColumn(i); kx++) {
        int place = ky * window.kernelWidth() + kx;
        take(image, pixel(i, ky, kx), pooled, i * channels, choices, place, taken == 0);
        taken++;
      }
    }
    finish(pooled, i * channels, taken);
  }

  @Override
  final void transformGradient(NetworkWorkspace w, ShapeActivations out, Tensor in) {
    float[] image = w.tile(IN);
    float[] gradient = w.tile(OUT);
    float[] choices = w.tile(CHOICES);
    for (int row = 0; row < w.rows(); row++) {
      out.gradient().read(row * outputs(), gradient, outputs());
      if (out.choices != null) {
        out.choices.read(row * outputs(), choices, outputs());
      }
      Arrays.fill(image, 0, inputs(), 0f);
      for (int i = 0; i < geometry.windows(); i++) {
        spread(gradient, i, image, choices);
      }
      in.write(row * inputs(), image, inputs());
    }
  }

  private void spread(float[] gradient, int i, float[] image, float[] choices) {
    int taken = (endRow(i) - firstRow(i)) * (endColumn(i) - firstColumn(i));
    for (int ky = firstRow(i); ky < endRow(i); ky++) {
      for (int kx = firstColumn(i); kx < endColumn(i); kx++) {
        int place = ky * window.kernelWidth() + kx;
        give(gradient, i * channels, image, pixel(i, ky, kx), choices, place, taken);
      }
    }
  }

  private int y(int i) {
    return i / geometry.windowColumns() * window.strideHeight() - window.top();
  }

  private int x(int i) {
    return i % geometry.windowColumns() * window.strideWidth() - window.left();
  }

  private int firstRow(int i) {
    return Math.max(0, -y(i));
  }

  private int endRow(int i) {
    return Math.min(window.kernelHeight(), geometry.height() - y(i));
  }

  private int firstColumn(int i) {
    return Math.max(0, -x(i));
  }

  private int endColumn(int i) {
    return Math.min(window.kernelWidth(), geometry.width() - x(i));
  }

  private int pixel(int i, int ky, int kx) {
    return ((y(i) + ky) * geometry.width() + x(i) + kx) * channels;
  }

  final Window window() {
    return window;
  }
}
