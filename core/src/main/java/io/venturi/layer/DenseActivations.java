package io.venturi.layer;

import io.venturi.kernel.Activation;
import io.venturi.kernel.Tensor;
import io.venturi.spi.LayerMemory;
import io.venturi.spi.ParameterBlock;
import org.jspecify.annotations.Nullable;

/** What a workspace holds for a dense layer: also the shard's gradients of weights and biases. */
public final class DenseActivations extends ActivatedOutput {

  private final @Nullable Tensor weightGradient;
  private final @Nullable Tensor biasGradient;

  DenseActivations(
      LayerMemory memory, ParameterBlock weights, ParameterBlock biases, Activation activation) {
    super(memory, activation);
    Tensor flat = memory.parameterGradients();
    weightGradient = flat == null ? null : weights.of(flat);
    biasGradient = flat == null ? null : biases.of(flat);
  }

  Tensor weightGradient() {
    return present(weightGradient);
  }

  Tensor biasGradient() {
    return present(biasGradient);
  }

  private static Tensor present(@Nullable Tensor tensor) {
    if (tensor == null) {
      throw new IllegalStateException("this workspace is for inference: it keeps no gradients");
    }
    return tensor;
  }
}
