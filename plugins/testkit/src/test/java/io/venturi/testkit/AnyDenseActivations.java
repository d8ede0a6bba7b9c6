package io.venturi.testkit;

import io.venturi.kernel.Tensor;
import io.venturi.spi.Activations;
import io.venturi.spi.LayerMemory;
import io.venturi.spi.ParameterBlock;
import org.jspecify.annotations.Nullable;

/** What a workspace holds for {@link AnyDenseKernel}. */
public final class AnyDenseActivations extends Activations {

  private final @Nullable Tensor weightGradient;

  AnyDenseActivations(LayerMemory memory, ParameterBlock weights) {
    super(memory);
    Tensor flat = memory.parameterGradients();
    weightGradient = flat == null ? null : weights.of(flat);
  }

  Tensor weightGradient() {
    if (weightGradient == null) {
      throw new IllegalStateException("no gradients here");
    }
    return weightGradient;
  }
}
