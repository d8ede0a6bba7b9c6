package io.venturi.layer;

import io.venturi.kernel.Tensor;
import io.venturi.spi.Activations;
import io.venturi.spi.LayerMemory;
import org.jspecify.annotations.Nullable;

/** What a workspace holds for dropout: also what each value was multiplied by. */
public final class DropoutActivations extends Activations {

  private final int index;
  private final @Nullable Tensor mask;

  DropoutActivations(LayerMemory memory) {
    super(memory);
    index = memory.index();
    mask = memory.gradient() == null ? null : memory.another(memory.value().columns());
  }

  int index() {
    return index;
  }

  Tensor mask() {
    if (mask == null) {
      throw new IllegalStateException("this workspace is for inference: it drops nothing");
    }
    return mask;
  }
}
