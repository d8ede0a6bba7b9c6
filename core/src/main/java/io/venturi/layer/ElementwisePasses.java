package io.venturi.layer;

import io.venturi.kernel.Activation;
import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.spi.NetworkWorkspace;
import org.jspecify.annotations.Nullable;

/**
 * Bias and activation over native memory, in tiles. The bias is repeated over a tile once a pass:
 * with the same index on every array the loops vectorise, row by row they would not.
 */
final class ElementwisePasses {

  private static final int VALUES = 0;
  private static final int OTHERS = 1;

  private ElementwisePasses() {}

  /** Sets every row to the biases, for a product that is then added. */
  static void fillWithBias(NetworkWorkspace w, Tensor values, Tensor biases) {
    int width = values.columns();
    int tileRows = Math.min(Tiles.rows(width), w.rows());
    float[] tile = w.tile(VALUES);
    repeat(biases, tile, tileRows);
    for (int row = 0; row < w.rows(); row += tileRows) {
      values.write(row * width, tile, Math.min(tileRows, w.rows() - row) * width);
    }
  }

  /**
   * {@code values = f(values + biases)}.
   *
   * @param kept where {@code values + biases} goes, if the gradient will need it
   */
  static void activate(
      NetworkWorkspace w,
      Tensor values,
      Tensor biases,
      Activation activation,
      @Nullable Tensor kept) {
    int width = values.columns();
    int tileRows = Math.min(Tiles.rows(width), w.rows());
    float[] tile = w.tile(VALUES);
    float[] bias = w.tile(OTHERS);
    repeat(biases, bias, tileRows);
    for (int row = 0; row < w.rows(); row += tileRows) {
      int rows = Math.min(tileRows, w.rows() - row);
      int n = rows * width;
      values.read(row * width, tile, n);
      if (kept == null) {
        activation.apply(tile, bias, rows, width);
      } else {
        addBias(tile, bias, n);
        kept.write(row * width, tile, n);
        activation.apply(tile, rows, width);
      }
      values.write(row * width, tile, n);
    }
  }

  private static void addBias(float[] tile, float[] bias, int n) {
    for (int i = 0; i < n; i++) {
      tile[i] += bias[i];
    }
  }

  /** {@code gradient = gradient · f'}, with f' taken at these values. */
  static void activationGradient(
      NetworkWorkspace w, Tensor gradient, Tensor values, Activation activation) {
    int width = values.columns();
    int tileRows = Tiles.rows(width);
    float[] tile = w.tile(VALUES);
    float[] y = w.tile(OTHERS);
    for (int row = 0; row < w.rows(); row += tileRows) {
      int rows = Math.min(tileRows, w.rows() - row);
      int n = rows * width;
      gradient.read(row * width, tile, n);
      values.read(row * width, y, n);
      activation.gradient(tile, y, rows, width);
      gradient.write(row * width, tile, n);
    }
  }

  /** A row, repeated from the start of a tile on. */
  static void repeat(Tensor biases, float[] tile, int rows) {
    int width = biases.columns();
    biases.read(0, tile, width);
    for (int r = 1; r < rows; r++) {
      System.arraycopy(tile, 0, tile, r * width, width);
    }
  }
}
