package io.venturi.convolutional;

import io.venturi.kernel.NativeConvolution;
import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.spi.LayerMemory;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.ParameterBlock;
import org.jspecify.annotations.Nullable;

/**
 * What {@link PatchProducts} computes, by oneDNN: forward, and backward where somebody asks for the
 * gradient of the input, which it always computes.
 */
final class NativeProducts {

  /** Operations of a forward pass; fewer are done before oneDNN's call has begun to compute. */
  private static final double WORTH_A_CALL = 1e6;

  private static final int SUM = 0;
  private static final int TERM = 1;

  private final NativeConvolution convolution;
  private final ParameterBlock weights;
  private final @Nullable Tensor weightGradient;

  /** The weights' gradient, where it has to be added to what is there. */
  private final @Nullable Tensor term;

  NativeProducts(LayerMemory memory, NativeConvolution convolution, ParameterBlock weights) {
    this.convolution = convolution;
    this.weights = weights;
    Tensor flat = memory.parameterGradients();
    weightGradient = flat == null ? null : weights.of(flat);
    term = flat == null ? null : memory.scratch(weights.spec().rows(), weights.spec().columns());
  }

  /** How many floats of scratch this takes, at most. */
  static int scratchSize(Geometry geometry, int channels) {
    return geometry.patchSize() * channels;
  }

  /** Whether to take this and not matrix products, for passes of so many operations. */
  static boolean isWorthwhile(double operations) {
    return operations >= WORTH_A_CALL || NativeConvolution.isAlwaysWanted();
  }

  /** {@code to = L(from)}, finished. */
  void map(NetworkWorkspace w, Tensor from, Tensor to, Finish finish) {
    convolution.forward(w.rows(), from, weights.values(), to);
    finish.applyToAll(w, to);
  }

  /** {@code to = Lᵀ(gradient)}, and the weights' gradient: see {@link ConvolutionKernel}. */
  void adjointAndGradient(
      NetworkWorkspace w, Tensor input, Tensor gradient, float beta, Tensor to) {
    if (weightGradient == null || term == null) {
      throw new IllegalStateException("this workspace is for inference: it keeps no gradients");
    }
    Tensor own = beta == 0f ? weightGradient : term;
    convolution.backward(w.rows(), input, weights.values(), gradient, to, own);
    if (own == term) {
      add(w, term, weightGradient);
    }
  }

  private static void add(NetworkWorkspace w, Tensor term, Tensor sum) {
    float[] sums = w.tile(SUM);
    float[] terms = w.tile(TERM);
    for (int at = 0; at < sum.size(); at += Tiles.SIZE) {
      int n = Math.min(Tiles.SIZE, sum.size() - at);
      sum.read(at, sums, n);
      term.read(at, terms, n);
      for (int i = 0; i < n; i++) {
        sums[i] += terms[i];
      }
      sum.write(at, sums, n);
    }
  }
}
