package io.venturi.convolutional;

import io.venturi.kernel.Activation;
import io.venturi.kernel.ElementwiseActivation;
import io.venturi.kernel.Initializer;
import io.venturi.kernel.Matrices;
import io.venturi.kernel.NativeConvolution;
import io.venturi.kernel.Tensor;
import io.venturi.layer.ElementwisePasses;
import io.venturi.spi.Activations;
import io.venturi.spi.JacobianKernel;
import io.venturi.spi.LayerMemory;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.ParameterSpec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a convolution and a transposed one have in common, {@code y = f(L(x) + b)}: all but the
 * linear map L, which for the one goes from images to windows and for the other from windows to
 * images, with weights as {@link PatchProducts} has them. Gradients of parameters are sums over
 * rows.
 */
abstract class ConvolutionKernel implements JacobianKernel<ConvolutionActivations> {

  /** Forward, and two products backward. */
  private static final int PASSES = 3;

  final Geometry geometry;

  /** Channels of the image that has a pixel for each window. */
  final int windowChannels;

  private final Activation activation;
  private final @Nullable Initializer initializer;
  private final @Nullable ConvolutionKernel original;
  private @Nullable ParameterBlock weights;
  private @Nullable ParameterBlock biases;
  private boolean weightsShared;

  /**
   * @param initializer what draws the weights; null where they are another's
   * @param original the layer whose weights these are; null where they are this one's own
   */
  ConvolutionKernel(
      Geometry geometry,
      int windowChannels,
      Activation activation,
      @Nullable Initializer initializer,
      @Nullable ConvolutionKernel original) {
    this.geometry = geometry;
    this.windowChannels = windowChannels;
    this.activation = activation;
    this.initializer = initializer;
    this.original = original;
    int unused = Math.multiplyExact(geometry.windows(), windowChannels); // Overflow is no layer.
  }

  /** The channels that leave. */
  abstract int filters();

  /** The weights; inputs of a unit and units that an input feeds are counted without the edges. */
  abstract ParameterSpec weightSpec(Initializer initializer);

  /** L by oneDNN; empty where it cannot be had. */
  abstract Optional<NativeConvolution> nativeConvolution();

  /** {@code to = L(from)}, finished. */
  abstract void map(
      NetworkWorkspace w, PatchProducts products, Tensor from, Tensor to, Finish finish);

  /** {@code to = Lᵀ(from)}. */
  abstract void adjoint(NetworkWorkspace w, PatchProducts products, Tensor from, Tensor to);

  /**
   * {@code to = Lᵀ(gradient)}, unless it is null; and the weights' gradient, to which {@code beta}
   * times what is there is added.
   *
   * @param input what L was applied to
   */
  abstract void adjointAndGradient(
      NetworkWorkspace w,
      PatchProducts products,
      Tensor input,
      Tensor gradient,
      float beta,
      @Nullable Tensor to);

  /** {@code to = L(tangent)}; adds to the weights' gradient that of {@code slopes · L(tangent)}. */
  abstract void mapAndGradient(
      NetworkWorkspace w, PatchProducts products, Tensor tangent, Tensor slopes, Tensor to);

  @Override
  public final List<ParameterSpec> parameters() {
    ParameterSpec own = ParameterSpec.biases(filters());
    return initializer == null ? List.of(own) : List.of(weightSpec(initializer), own);
  }

  @Override
  public final void bind(List<ParameterBlock> blocks, ParameterBlock state) {
    biases = blocks.get(blocks.size() - 1);
    weights = original == null ? blocks.get(0) : original.shareWeights();
  }

  /** For a layer that uses these weights too, and whose backward pass comes before this one's. */
  private ParameterBlock shareWeights() {
    weightsShared = true;
    return weights();
  }

  final ParameterBlock weights() {
    return bound(weights);
  }

  final ParameterBlock biases() {
    return bound(biases);
  }

  private static ParameterBlock bound(@Nullable ParameterBlock block) {
    if (block == null) {
      throw new IllegalStateException("this kernel has no parameters yet: see Parameters.allocate");
    }
    return block;
  }

  @Override
  public final int scratchSize() {
    return Math.addExact(
        PatchProducts.scratchSize(geometry, windowChannels),
        NativeProducts.scratchSize(geometry, windowChannels));
  }

  @Override
  public final long workPerRow() {
    return 2L * PASSES * geometry.windows() * geometry.patchSize() * windowChannels;
  }

  @Override
  public final ConvolutionActivations activations(LayerMemory memory) {
    NativeConvolution convolution = nativeConvolution().orElse(null);
    return new ConvolutionActivations(
        memory, geometry, weights(), biases(), activation, convolution);
  }

  @Override
  public final void forward(NetworkWorkspace w, Activations in, ConvolutionActivations out) {
    out.begin();
    out.finish.begin(w);
    NativeProducts faster = faster(w, out);
    if (faster == null) {
      map(w, out.products, in.value(), out.value(), out.finish);
    } else {
      faster.map(w, in.value(), out.value(), out.finish);
    }
    if (!(activation instanceof ElementwiseActivation)) { // It needs whole rows.
      ElementwisePasses.activate(w, out.value(), activation, out.preActivation());
    }
  }

  @Override
  public final void backward(NetworkWorkspace w, Activations in, ConvolutionActivations out) {
    Tensor gradient = out.backward(w);
    boolean adds = w.accumulatesGradients();
    int pixels = w.rows() * (outputs() / filters());
    Matrices.columnSums(pixels, out.gradientPixels(), out.biasGradient(), adds ? 1f : 0f);
    // Where a tied layer has left its gradient of the same weights, this one is added.
    float beta = adds || weightsShared ? 1f : 0f;
    Tensor to = in.hasGradient() ? in.gradient() : null;
    NativeProducts faster = faster(w, out);
    if (faster == null || to == null) {
      adjointAndGradient(w, out.products, in.value(), gradient, beta, to);
    } else {
      faster.adjointAndGradient(w, in.value(), gradient, beta, to);
    }
  }

  /** oneDNN, where it is there and is worth a call; passes of the Jacobian do without. */
  private @Nullable NativeProducts faster(NetworkWorkspace w, ConvolutionActivations out) {
    double operations = (double) w.rows() * workPerRow() / PASSES;
    return NativeProducts.isWorthwhile(operations) ? out.nativeProducts : null;
  }

  @Override
  public final void pullback(NetworkWorkspace w, Activations in, ConvolutionActivations out) {
    adjoint(w, out.products, out.pullback(w), in.directions().cotangent());
  }

  @Override
  public final void pushforward(NetworkWorkspace w, Activations in, ConvolutionActivations out) {
    Tensor tangent = in.directions().tangent();
    mapAndGradient(w, out.products, tangent, out.slopes(), out.directions().tangent());
    out.pushforward(w);
  }
}
