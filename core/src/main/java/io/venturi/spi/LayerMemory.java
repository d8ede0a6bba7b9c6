package io.venturi.spi;

import io.venturi.kernel.Tensor;
import org.jspecify.annotations.Nullable;

/** The memory of one layer in one workspace. */
public final class LayerMemory {

  private final WorkspaceMemory workspace;
  private final Tensor value;
  private final @Nullable Tensor gradient;
  private final @Nullable Tensor parameterGradients;

  LayerMemory(
      WorkspaceMemory workspace,
      Tensor value,
      @Nullable Tensor gradient,
      @Nullable Tensor parameterGradients) {
    this.workspace = workspace;
    this.value = value;
    this.gradient = gradient;
    this.parameterGradients = parameterGradients;
  }

  /** For the layer's output, shape (capacity, outputs). */
  public Tensor value() {
    return value;
  }

  /** For the gradient of the output, the same shape; null in a workspace for inference. */
  public @Nullable Tensor gradient() {
    return gradient;
  }

  /**
   * The shard's gradient vector, laid out like the parameters; null in a workspace for inference.
   */
  public @Nullable Tensor parameterGradients() {
    return parameterGradients;
  }

  /** More memory, shape (capacity, columns), freed with the workspace. */
  public Tensor another(int columns) {
    return workspace.own(columns);
  }
}
