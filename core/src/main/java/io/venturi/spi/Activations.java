package io.venturi.spi;

import io.venturi.kernel.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * What one layer holds of one shard: its output, one row a row of the shard, and the gradient of
 * the loss with respect to it. A kernel that remembers more between its forward and its backward
 * pass (a mask, the places of maxima) extends this class.
 */
public class Activations {

  private final Tensor value;
  private final @Nullable Tensor gradient;
  private final @Nullable Directions directions;

  /** All that a layer's memory has in common with every other's. */
  public Activations(LayerMemory memory) {
    this(memory.value(), memory.gradient(), memory.directions());
  }

  /**
   * @param value shape (capacity, outputs)
   * @param gradient the same shape; null where nobody asks for it: at the network's input, and
   *     everywhere in a workspace for inference
   */
  public Activations(Tensor value, @Nullable Tensor gradient) {
    this(value, gradient, null);
  }

  Activations(Tensor value, @Nullable Tensor gradient, @Nullable Directions directions) {
    this.value = value;
    this.gradient = gradient;
    this.directions = directions;
  }

  /** The values, shape (capacity, outputs). */
  public final Tensor value() {
    return value;
  }

  /** Whether {@link #gradient()} is there. */
  public final boolean hasGradient() {
    return gradient != null;
  }

  /**
   * The gradient of the loss with respect to the values.
   *
   * @throws IllegalStateException if there is none
   */
  public final Tensor gradient() {
    if (gradient == null) {
      throw new IllegalStateException("no gradient is kept here");
    }
    return gradient;
  }

  /**
   * What passes of the encoder's Jacobian write here.
   *
   * @throws IllegalStateException if the workspace was not made for them, or this lies behind the
   *     code
   */
  public final Directions directions() {
    if (directions == null) {
      throw new IllegalStateException("no passes of the encoder's Jacobian come by here");
    }
    return directions;
  }
}
