package io.venturi.layer;

import io.venturi.annotation.Layer;
import io.venturi.kernel.Activation;
import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.spi.Activations;
import io.venturi.spi.LayerKernel;
import io.venturi.spi.LayerMemory;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.ParameterSpec;
import io.venturi.spi.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What normalising layers have in common: {@code y = activation(scale · x̂ + shift)}, with
 * normalised values x̂ that the kinds make in their own ways, and learned scales and shifts of
 * shape (width).
 */
abstract class NormalizationKernel implements LayerKernel<NormalizationActivations> {

  // Tiles of the workspace. All passes here go over whole rows.
  static final int X = 0;
  static final int Y = 1;
  static final int SCALES = 2;
  static final int SHIFTS = 3;

  final int width;
  final float epsilon;
  private final Activation activation;
  private @Nullable ParameterBlock scales;
  private @Nullable ParameterBlock shifts;
  private @Nullable ParameterBlock state;

  NormalizationKernel(int width, double epsilon, Activation activation) {
    this.width = width;
    this.epsilon = (float) epsilon;
    this.activation = activation;
  }

  @Override
  public final int inputs() {
    return width;
  }

  @Override
  public final int outputs() {
    return width;
  }

  @Override
  public final List<ParameterSpec> parameters() {
    return List.of(ParameterSpec.scales(width), ParameterSpec.biases(width));
  }

  @Override
  public final void bind(List<ParameterBlock> blocks, ParameterBlock ownState) {
    scales = blocks.get(0);
    shifts = blocks.get(1);
    state = ownState;
  }

  @Override
  public final NormalizationActivations activations(LayerMemory memory) {
    return new NormalizationActivations(
        memory, scales(), shifts(), state(), factors(memory.capacity()));
  }

  /** How many factors a shard of so many rows has, in {@link NormalizationActivations#factors}. */
  abstract int factors(int rows);

  /** Normalises the rows of {@code in} into {@code out.normalized()}. */
  abstract void normalize(NetworkWorkspace w, Tensor in, NormalizationActivations out);

  /**
   * Turns gradients with respect to the normalised values into those with respect to what entered.
   *
   * @param gradient in: by x̂
   * @param in out: by x
   */
  abstract void normalizationGradient(
      NetworkWorkspace w, Tensor gradient, NormalizationActivations out, Tensor in);

  @Override
  public final void forward(NetworkWorkspace w, Activations in, NormalizationActivations out) {
    normalize(w, in.value(), out);
    int tileRows = Math.min(Tiles.rows(width), w.rows());
    float[] values = w.tile(X);
    float[] scale = repeated(w, scales(), SCALES, tileRows);
    float[] shift = repeated(w, shifts(), SHIFTS, tileRows);
    for (int row = 0; row < w.rows(); row += tileRows) {
      int rows = Math.min(tileRows, w.rows() - row);
      int n = rows * width;
      out.normalized().read(row * width, values, n);
      for (int i = 0; i < n; i++) {
        values[i] *= scale[i];
      }
      activation.apply(values, shift, rows, width);
      out.value().write(row * width, values, n);
    }
  }

  @Override
  public final void backward(NetworkWorkspace w, Activations in, NormalizationActivations out) {
    activationGradient(w, out);
    sumsOfProducts(w, out);
    Tensor gradient = out.gradient();
    if (in.hasGradient()) {
      multiplyByScales(w, gradient);
      normalizationGradient(w, gradient, out, in.gradient());
    }
  }

  /** Leaves the gradient by {@code scale · x̂ + shift} in {@code out.gradient()}. */
  private void activationGradient(NetworkWorkspace w, NormalizationActivations out) {
    if (activation.isIdentity()) {
      return;
    }
    if (!activation.differentiatesInput()) {
      ElementwisePasses.activationGradient(w, out.gradient(), out.value(), activation);
      return;
    }
    // What entered the activation is soon made again from the normalised values.
    int tileRows = Math.min(Tiles.rows(width), w.rows());
    float[] gradient = w.tile(X);
    float[] at = w.tile(Y);
    float[] scale = repeated(w, scales(), SCALES, tileRows);
    float[] shift = repeated(w, shifts(), SHIFTS, tileRows);
    for (int row = 0; row < w.rows(); row += tileRows) {
      int rows = Math.min(tileRows, w.rows() - row);
      int n = rows * width;
      out.normalized().read(row * width, at, n);
      out.gradient().read(row * width, gradient, n);
      for (int i = 0; i < n; i++) {
        at[i] = at[i] * scale[i] + shift[i];
      }
      activation.gradient(gradient, at, rows, width);
      out.gradient().write(row * width, gradient, n);
    }
  }

  /** The gradients of shifts and scales: Σ g and Σ g · x̂ over the rows. */
  private void sumsOfProducts(NetworkWorkspace w, NormalizationActivations out) {
    sums(w, out.gradient(), 0, w.rows(), out);
    boolean adds = w.accumulatesGradients();
    write(out.sums, out.shiftGradient(), adds, out);
    write(out.products, out.scaleGradient(), adds, out);
  }

  private void write(ColumnSums sums, Tensor gradient, boolean adds, NormalizationActivations out) {
    if (adds) {
      gradient.read(0, out.row, width);
    }
    for (int i = 0; i < width; i++) {
      float sum = (float) sums.get(i);
      out.row[i] = adds ? out.row[i] + sum : sum;
    }
    gradient.write(0, out.row, width);
  }

  /** Σ g and Σ g · x̂ over some rows, in {@code out.sums} and {@code out.products}. */
  final void sums(
      NetworkWorkspace w, Tensor gradients, int first, int count, NormalizationActivations out) {
    out.sums.clear();
    out.products.clear();
    float[] gradient = w.tile(X);
    float[] values = w.tile(Y);
    int tileRows = Tiles.rows(width);
    for (int row = first; row < first + count; row += tileRows) {
      int n = Math.min(tileRows, first + count - row) * width;
      gradients.read(row * width, gradient, n);
      out.normalized().read(row * width, values, n);
      float[] sum = out.sums.tile();
      float[] product = out.products.tile();
      for (int at = 0; at < n; at += width) {
        for (int i = 0; i < width; i++) {
          sum[i] += gradient[at + i];
          product[i] += gradient[at + i] * values[at + i];
        }
      }
      out.sums.addTile();
      out.products.addTile();
    }
  }

  private void multiplyByScales(NetworkWorkspace w, Tensor gradient) {
    int tileRows = Math.min(Tiles.rows(width), w.rows());
    float[] values = w.tile(X);
    float[] scale = repeated(w, scales(), SCALES, tileRows);
    for (int row = 0; row < w.rows(); row += tileRows) {
      int n = Math.min(tileRows, w.rows() - row) * width;
      gradient.read(row * width, values, n);
      for (int i = 0; i < n; i++) {
        values[i] *= scale[i];
      }
      gradient.write(row * width, values, n);
    }
  }

  /** A row of parameters, repeated over a tile, so that one flat loop goes over several rows. */
  private static float[] repeated(NetworkWorkspace w, ParameterBlock block, int tile, int rows) {
    float[] values = w.tile(tile);
    ElementwisePasses.repeat(block.values(), values, rows);
    return values;
  }

  @Override
  public final Layer layer(String name, Parameters parameters) {
    return new NormalizationLayer(name, describe(), width, scales(), shifts(), parameters);
  }

  /** Such as {@code batch normalization}. */
  abstract String describe();

  final ParameterBlock scales() {
    return DenseKernel.bound(scales);
  }

  private ParameterBlock shifts() {
    return DenseKernel.bound(shifts);
  }

  final ParameterBlock state() {
    return DenseKernel.bound(state);
  }
}
