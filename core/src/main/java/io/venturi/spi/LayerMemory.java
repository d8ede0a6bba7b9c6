package io.venturi.spi;

import io.venturi.kernel.Tensor;
import org.jspecify.annotations.Nullable;

/** The memory of one layer in one workspace. */
public final class LayerMemory {

  private final WorkspaceMemory workspace;
  private final int index;
  private final Tensor value;
  private final @Nullable Tensor gradient;
  private final @Nullable Directions directions;
  private final @Nullable Tensor parameterGradients;
  private final @Nullable Tensor stateUpdate;

  LayerMemory(
      WorkspaceMemory workspace,
      int index,
      Tensor value,
      @Nullable Tensor gradient,
      @Nullable Directions directions,
      @Nullable Tensor parameterGradients,
      @Nullable Tensor stateUpdate) {
    this.workspace = workspace;
    this.index = index;
    this.value = value;
    this.gradient = gradient;
    this.directions = directions;
    this.parameterGradients = parameterGradients;
    this.stateUpdate = stateUpdate;
  }

  /** The layer's number in its network, from 0: a stream of its own for what it draws. */
  public int index() {
    return index;
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
   * For passes of the encoder's Jacobian; null where nobody asks for it, and behind the code. See
   * {@link JacobianKernel}.
   */
  public @Nullable Directions directions() {
    return directions;
  }

  /**
   * The shard's gradient vector, laid out like the parameters; null in a workspace for inference.
   */
  public @Nullable Tensor parameterGradients() {
    return parameterGradients;
  }

  /**
   * What the shard has to say to {@link LayerKernel#updateState}, laid out like {@link
   * Parameters#state()}; null in a workspace for inference.
   */
  public @Nullable Tensor stateUpdate() {
    return stateUpdate;
  }

  /** How many rows the workspace has room for. */
  public int capacity() {
    return value.rows();
  }

  /** More memory, shape (capacity, columns), freed with the workspace. */
  public Tensor another(int columns) {
    return workspace.own(columns);
  }

  /**
   * Memory whose size does not depend on the rows, such as for a product that is made in parts:
   * shape (rows, columns), freed with the workspace. See {@link LayerKernel#scratchSize}.
   */
  public Tensor scratch(int rows, int columns) {
    return workspace.own(rows, columns);
  }
}
