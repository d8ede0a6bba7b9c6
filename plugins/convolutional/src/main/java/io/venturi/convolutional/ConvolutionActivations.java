package io.venturi.convolutional;

import io.venturi.kernel.Tensor;
import io.venturi.kernel.Tiles;
import io.venturi.spi.Activations;
import io.venturi.spi.LayerMemory;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace holds for a convolution: beside its output, room for the matrices of the windows
 * that are worked on at a time.
 */
public final class ConvolutionActivations extends Activations {

  /** Patches of some windows, one a row. */
  final Tensor patches;

  /** The pixels that belong to these windows, one a row. */
  final Tensor pixels;

  /** A few patches on the heap. */
  final float[] part;

  /** The pre-activations, where the gradient will need them; null elsewhere. */
  final @Nullable Tensor preActivation;

  private final @Nullable Tensor weightGradient;
  private final @Nullable Tensor biasGradient;
  private final @Nullable Tensor gradientPixels;

  ConvolutionActivations(LayerMemory memory, ConvolutionKernel kernel) {
    super(memory);
    int windows =
        (int) Math.min(kernel.blockWindows(), (long) memory.capacity() * kernel.geometry.windows());
    patches = memory.scratch(windows, kernel.geometry.patchSize());
    pixels = memory.scratch(windows, kernel.windowChannels);
    part = new float[Tiles.capacity(kernel.geometry.patchSize())];
    Tensor flat = memory.parameterGradients();
    weightGradient = flat == null ? null : kernel.weights().of(flat);
    biasGradient = flat == null ? null : kernel.biases().of(flat);
    gradientPixels =
        memory.gradient() == null
            ? null
            : memory
                .gradient()
                .view(0, memory.capacity() * kernel.outputs() / kernel.filters(), kernel.filters());
    preActivation =
        flat != null && kernel.activation.differentiatesInput()
            ? memory.another(kernel.outputs())
            : null;
  }

  Tensor weightGradient() {
    return present(weightGradient);
  }

  Tensor biasGradient() {
    return present(biasGradient);
  }

  /** The gradient of the output, one pixel a row. */
  Tensor gradientPixels() {
    return present(gradientPixels);
  }

  /** Where the activation's derivative is taken. */
  Tensor derivativeAt() {
    return preActivation == null ? value() : preActivation;
  }

  private static Tensor present(@Nullable Tensor tensor) {
    if (tensor == null) {
      throw new IllegalStateException("this workspace is for inference: it keeps no gradients");
    }
    return tensor;
  }
}
