package io.venturi.layer;

import io.venturi.kernel.Activation;
import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.kernel.TwiceDifferentiable;
import io.venturi.spi.Directions;
import io.venturi.spi.NetworkWorkspace;
import org.jspecify.annotations.Nullable;

/**
 * Bias and activation over native memory, in tiles. The bias is repeated over a tile once a pass:
 * with the same index on every array the loops vectorise, row by row they would not.
 */
public final class ElementwisePasses {

  private static final int VALUES = 0;
  private static final int OTHERS = 1;
  private static final int MORE = 2;

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
        add(tile, bias, n);
        kept.write(row * width, tile, n);
        activation.apply(tile, rows, width);
      }
      values.write(row * width, tile, n);
    }
  }

  private static void add(float[] tile, float[] others, int n) {
    for (int i = 0; i < n; i++) {
      tile[i] += others[i];
    }
  }

  /**
   * {@code values = f(values)} on the rows in use.
   *
   * @param kept where {@code values} go first, if the gradient will need them
   */
  public static void activate(
      NetworkWorkspace w, Tensor values, Activation activation, @Nullable Tensor kept) {
    int width = values.columns();
    int tileRows = Tiles.rows(width);
    float[] tile = w.tile(VALUES);
    for (int row = 0; row < w.rows(); row += tileRows) {
      int rows = Math.min(tileRows, w.rows() - row);
      values.read(row * width, tile, rows * width);
      if (kept != null) {
        kept.write(row * width, tile, rows * width);
      }
      activation.apply(tile, rows, width);
      values.write(row * width, tile, rows * width);
    }
  }

  /**
   * {@code gradient = gradient · f'} on the rows in use, with f' taken at these values. Both passes
   * use tiles 0 and 1 of the workspace.
   */
  public static void activationGradient(
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

  /** {@code sum += values}. */
  static void add(NetworkWorkspace w, Tensor sum, Tensor values) {
    int n = w.rows() * sum.columns();
    float[] tile = w.tile(VALUES);
    float[] other = w.tile(OTHERS);
    for (int at = 0; at < n; at += Tiles.SIZE) {
      int count = Math.min(Tiles.SIZE, n - at);
      sum.read(at, tile, count);
      values.read(at, other, count);
      add(tile, other, count);
      sum.write(at, tile, count);
    }
  }

  /**
   * {@code curvature += tangent · cotangent · f''}, with f'' taken at these values, or what takes
   * its place where f works on rows. Uses tiles 0 to 2 of the workspace.
   *
   * @param at the output's directions, the tangent still without f'
   */
  static void addCurvature(
      NetworkWorkspace w,
      Tensor curvature,
      Directions at,
      Tensor values,
      TwiceDifferentiable activation) {
    int width = curvature.columns();
    int tileRows = Tiles.rows(width);
    float[] tile = w.tile(VALUES);
    float[] cotangents = w.tile(OTHERS);
    float[] other = w.tile(MORE);
    for (int row = 0; row < w.rows(); row += tileRows) {
      int rows = Math.min(tileRows, w.rows() - row);
      int first = row * width;
      int n = rows * width;
      at.tangent().read(first, tile, n);
      at.cotangent().read(first, cotangents, n);
      values.read(first, other, n);
      activation.curvature(tile, cotangents, other, rows, width);
      curvature.read(first, other, n);
      add(tile, other, n);
      curvature.write(first, tile, n);
    }
  }

  /** A row, repeated from the start of a tile on. */
  public static void repeat(Tensor biases, float[] tile, int rows) {
    int width = biases.columns();
    int n = rows * width;
    biases.read(0, tile, Math.min(width, n));
    for (int done = width;
        done < n;
        done *= 2) { // A copy for each row would be slow for short ones.
      System.arraycopy(tile, 0, tile, done, Math.min(done, n - done));
    }
  }
}
