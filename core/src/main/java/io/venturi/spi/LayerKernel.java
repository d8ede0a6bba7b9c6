package io.venturi.spi;

import io.venturi.annotation.Layer;
import java.util.List;

/**
 * One layer's computation. A kernel holds its sizes and views of its parameters and nothing that
 * changes from call to call: whatever a pass writes is in the {@link Activations} of a workspace,
 * so that one kernel serves many threads.
 *
 * @param <A> what a workspace holds for this layer
 */
public interface LayerKernel<A extends Activations> {

  /** Values of one row that enter. */
  int inputs();

  /** Values of one row that leave. */
  int outputs();

  /** The layer's own parameters, in the order in which they lie in the flat vector. */
  List<ParameterSpec> parameters();

  /** How many numbers of {@link Parameters#state()} are this layer's; most have none. */
  default int stateSize() {
    return 0;
  }

  /**
   * Hands the kernel its parameters, before anything else asks for them; and again if they are laid
   * out anew, for a loss that has some of its own.
   *
   * @param blocks one for each of {@link #parameters()}
   * @param state its part of {@link Parameters#state()}, shape (1, stateSize)
   */
  void bind(List<ParameterBlock> blocks, ParameterBlock state);

  /**
   * How many rows of a batch this layer treats together in training, as batch normalisation does; 1
   * where every row is by itself. Shards have a multiple of it, so that such a group is never cut;
   * at the end of a batch there can be a smaller group, and a single row left over joins its
   * neighbours.
   */
  default int rowGroup() {
    return 1;
  }

  /**
   * About how many floating-point operations one row takes in a training step, forward and
   * backward: what the number of shards of a batch is decided by. By default that of matrix
   * products with all parameters: one forward, two backward, an addition and a multiplication each.
   */
  default long workPerRow() {
    long parameters = 0;
    for (ParameterSpec block : parameters()) {
      parameters += block.size();
    }
    return 6 * parameters;
  }

  /**
   * How many floats {@link #activations} takes of {@link LayerMemory#scratch}. Every shard has its
   * own, so layers that ask for very much make for fewer shards.
   */
  default int scratchSize() {
    return 0;
  }

  /**
   * Changes the layer's state after a step that did not diverge. In its forward pass the layer has
   * left something for every shard in {@link LayerMemory#stateUpdate()}; here is the sum of that
   * over the shards, always in their order. Called only if {@link #stateSize()} is above 0.
   * Allocates nothing.
   *
   * @param state in and out; the layer's part begins at {@code offset}
   * @param sum of what was left, the layer's part at the same place
   * @param rows of the batch
   */
  default void updateState(float[] state, float[] sum, int offset, int rows) {
    throw new UnsupportedOperationException(
        getClass().getName() + " has state, but does not say how it changes");
  }

  /**
   * Refuses state that training cannot have left, which a damaged or forged file may hold. Its
   * numbers are finite; what else they must be, the layer knows.
   *
   * @param state all layers' state; this layer's part begins at {@code offset}
   * @throws IllegalArgumentException that says what is wrong, in words that follow "it has"
   */
  default void requireSound(float[] state, int offset) {}

  /** Makes what a workspace holds for this layer, on the memory given. */
  A activations(LayerMemory memory);

  /**
   * Computes {@code out}'s values from {@code in}'s, on the first {@code w.rows()} rows. Allocates
   * nothing.
   */
  void forward(NetworkWorkspace w, Activations in, A out);

  /**
   * From {@code out}'s gradient, which it may overwrite, computes the gradients of this layer's
   * parameters for this shard and, if it is kept, {@code in}'s gradient. Runs after {@link
   * #forward} on the same workspace. Allocates nothing.
   *
   * <p>Gradients of parameters are written; where {@link NetworkWorkspace#accumulatesGradients()},
   * they are added to what is there, because other passes of the step have a share in them.
   */
  void backward(NetworkWorkspace w, Activations in, A out);

  /** The layer as the spec's method returns it. */
  Layer layer(String name, Parameters parameters);
}
