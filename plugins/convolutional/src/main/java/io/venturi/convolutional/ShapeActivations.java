package io.venturi.convolutional;

import io.venturi.kernel.Activation;
import io.venturi.kernel.Tensor;
import io.venturi.spi.Activations;
import io.venturi.spi.LayerMemory;
import org.jspecify.annotations.Nullable;

/** What a workspace holds for a layer that learns nothing. */
public final class ShapeActivations extends Activations {

  /** The pre-activations, where the gradient will need them; null elsewhere. */
  final @Nullable Tensor preActivation;

  /** The place in its window of each largest value; null in a workspace for inference. */
  final @Nullable Tensor choices;

  ShapeActivations(LayerMemory memory, Activation activation, boolean chooses) {
    super(memory);
    boolean trains = memory.gradient() != null;
    int outputs = memory.value().columns();
    preActivation = trains && activation.differentiatesInput() ? memory.another(outputs) : null;
    choices = trains && chooses ? memory.another(outputs) : null;
  }
}
