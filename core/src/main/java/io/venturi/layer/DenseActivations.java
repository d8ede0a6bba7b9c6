package io.venturi.layer;

import io.venturi.kernel.Activation;
import io.venturi.kernel.Tensor;
import io.venturi.spi.Activations;
import io.venturi.spi.LayerMemory;
import io.venturi.spi.ParameterBlock;
import org.jspecify.annotations.Nullable;

/** What a workspace holds for a dense layer: also the shard's gradients of weights and biases. */
public final class DenseActivations extends Activations {

  private final @Nullable Tensor weightGradient;
  private final @Nullable Tensor biasGradient;
  private final @Nullable Tensor preActivation;

  DenseActivations(
      LayerMemory memory, ParameterBlock weights, ParameterBlock biases, Activation activation) {
    super(memory.value(), memory.gradient());
    Tensor flat = memory.parameterGradients();
    weightGradient = flat == null ? null : weights.of(flat);
    biasGradient = flat == null ? null : biases.of(flat);
    preActivation =
        flat != null && activation.differentiatesInput()
            ? memory.another(memory.value().columns())
            : null;
  }

  Tensor weightGradient() {
    return present(weightGradient);
  }

  Tensor biasGradient() {
    return present(biasGradient);
  }

  /** The pre-activations, where the gradient will need them; null elsewhere. */
  @Nullable Tensor preActivation() {
    return preActivation;
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
