package io.venturi.convolutional;

import io.venturi.kernel.Activation;
import io.venturi.kernel.Tensor;
import io.venturi.layer.ActivatedOutput;
import io.venturi.spi.LayerMemory;
import org.jspecify.annotations.Nullable;

/** What a workspace holds for a layer that learns nothing. */
public final class ShapeActivations extends ActivatedOutput {

  /**
   * The place in its window of each largest value, a whole number; null where no pass will ask for
   * it.
   */
  final @Nullable Tensor choices;

  ShapeActivations(LayerMemory memory, Activation activation, boolean chooses) {
    super(memory, activation);
    boolean differentiates = memory.gradient() != null || memory.directions() != null;
    choices = differentiates && chooses ? memory.another(memory.value().columns()) : null;
  }
}
