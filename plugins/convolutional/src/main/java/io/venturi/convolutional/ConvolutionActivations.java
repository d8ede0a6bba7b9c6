package io.venturi.convolutional;

import io.venturi.kernel.Activation;
import io.venturi.kernel.ElementwiseActivation;
import io.venturi.kernel.Linear;
import io.venturi.kernel.NativeConvolution;
import io.venturi.kernel.Tensor;
import io.venturi.layer.ActivatedOutput;
import io.venturi.spi.LayerMemory;
import io.venturi.spi.ParameterBlock;
import org.jspecify.annotations.Nullable;

/** What a workspace holds for a convolution: also what its passes are made of. */
public final class ConvolutionActivations extends ActivatedOutput {

  final PatchProducts products;

  /** The same by oneDNN; null where it cannot be had. */
  final @Nullable NativeProducts nativeProducts;

  final Finish finish;

  private final @Nullable Tensor biasGradient;
  private final @Nullable Tensor gradientPixels;

  ConvolutionActivations(
      LayerMemory memory,
      Geometry geometry,
      ParameterBlock weights,
      ParameterBlock biases,
      Activation activation,
      @Nullable NativeConvolution convolution) {
    super(memory, activation);
    products = new PatchProducts(memory, geometry, weights);
    nativeProducts = convolution == null ? null : new NativeProducts(memory, convolution, weights);
    boolean fused = activation instanceof ElementwiseActivation;
    int filters = biases.spec().size();
    int pixels = memory.value().columns() / filters;
    finish =
        new Finish(
            biases, fused ? activation : new Linear(), fused ? preActivation() : null, pixels);
    Tensor flat = memory.parameterGradients();
    biasGradient = flat == null ? null : biases.of(flat);
    Tensor gradient = memory.gradient();
    gradientPixels =
        gradient == null ? null : gradient.view(0, memory.capacity() * pixels, filters);
  }

  Tensor biasGradient() {
    return present(biasGradient);
  }

  /** The gradient of the output, one pixel a row. */
  Tensor gradientPixels() {
    return present(gradientPixels);
  }

  private static Tensor present(@Nullable Tensor tensor) {
    if (tensor == null) {
      throw new IllegalStateException("this workspace is for inference: it keeps no gradients");
    }
    return tensor;
  }
}
