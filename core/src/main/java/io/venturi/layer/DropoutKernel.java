package io.venturi.layer;

import io.venturi.annotation.Layer;
import io.venturi.kernel.Seeds;
import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.spi.Activations;
import io.venturi.spi.JacobianKernel;
import io.venturi.spi.LayerMemory;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.ParameterSpec;
import io.venturi.spi.Parameters;
import java.util.List;

/**
 * Dropout (Srivastava et al., 2014), scaled in training. What is dropped depends on the step's
 * seed, the row's number in the batch and the feature, so that shards and threads do not change it.
 */
public final class DropoutKernel implements JacobianKernel<DropoutActivations> {

  private static final int VALUES = 0;
  private static final int MASK = 1;

  /** Random numbers of so many bits decide: a float has as many. */
  private static final int BITS = 24;

  private final int width;
  private final double rate;
  private final long threshold;
  private final float scale;

  /**
   * A layer as wide as what enters.
   *
   * @param rate the probability to be dropped, in [0, 1)
   */
  public DropoutKernel(int width, double rate) {
    this.width = width;
    this.rate = rate;
    // Something is always kept; and what is kept is scaled by the share that really is.
    this.threshold = Math.min(Math.round(rate * (1L << BITS)), (1L << BITS) - 1);
    this.scale = (float) (1 / (1 - (double) threshold / (1L << BITS)));
  }

  @Override
  public int inputs() {
    return width;
  }

  @Override
  public int outputs() {
    return width;
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of();
  }

  @Override
  public void bind(List<ParameterBlock> blocks, ParameterBlock state) {}

  @Override
  public DropoutActivations activations(LayerMemory memory) {
    return new DropoutActivations(memory);
  }

  @Override
  public void forward(NetworkWorkspace w, Activations in, DropoutActivations out) {
    if (!w.isTraining()) {
      out.value().copyFrom(in.value(), w.rows() * width);
      return;
    }
    long seed = Seeds.of(w.seed(), out.index());
    float[] values = w.tile(VALUES);
    float[] mask = w.tile(MASK);
    int tileRows = Tiles.rows(width);
    for (int row = 0; row < w.rows(); row += tileRows) {
      int n = Math.min(tileRows, w.rows() - row) * width;
      draw(mask, n, seed, (long) (w.firstRow() + row) * width);
      in.value().read(row * width, values, n);
      multiply(values, mask, n);
      out.value().write(row * width, values, n);
      out.mask().write(row * width, mask, n);
    }
  }

  private void draw(float[] mask, int n, long seed, long place) {
    for (int i = 0; i < n; i++) {
      mask[i] = Seeds.draw(seed, place + i) >>> (Long.SIZE - BITS) < threshold ? 0f : scale;
    }
  }

  @Override
  public void backward(NetworkWorkspace w, Activations in, DropoutActivations out) {
    if (in.hasGradient()) {
      multiplyByMask(w, out.gradient(), out, in.gradient());
    }
  }

  /** What was dropped in the forward pass is dropped again. */
  @Override
  public void pullback(NetworkWorkspace w, Activations in, DropoutActivations out) {
    derivative(w, out.directions().cotangent(), out, in.directions().cotangent());
  }

  /** Linear in the values, so there is nothing for the backward pass to add. */
  @Override
  public void pushforward(NetworkWorkspace w, Activations in, DropoutActivations out) {
    derivative(w, in.directions().tangent(), out, out.directions().tangent());
  }

  private void derivative(NetworkWorkspace w, Tensor from, DropoutActivations out, Tensor to) {
    if (w.isTraining()) {
      multiplyByMask(w, from, out, to);
    } else {
      to.copyFrom(from, w.rows() * width);
    }
  }

  private void multiplyByMask(NetworkWorkspace w, Tensor from, DropoutActivations out, Tensor to) {
    float[] values = w.tile(VALUES);
    float[] mask = w.tile(MASK);
    for (int at = 0; at < w.rows() * width; at += Tiles.SIZE) {
      int n = Math.min(Tiles.SIZE, w.rows() * width - at);
      from.read(at, values, n);
      out.mask().read(at, mask, n);
      multiply(values, mask, n);
      to.write(at, values, n);
    }
  }

  private static void multiply(float[] values, float[] factors, int n) {
    for (int i = 0; i < n; i++) {
      values[i] *= factors[i];
    }
  }

  @Override
  public Layer layer(String name, Parameters parameters) {
    return new DropoutLayer(name, width, rate);
  }
}
