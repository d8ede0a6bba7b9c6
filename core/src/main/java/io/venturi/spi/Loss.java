package io.venturi.spi;

import io.venturi.kernel.Activation;
import java.util.List;

/**
 * What a reconstruction costs. A loss works on whole rows and reduces over the values of a row as
 * its documentation says (mean or sum); over the rows of a batch the mean is taken by the trainer.
 *
 * <p>Implementations are stateless and thread-safe. Most extend {@link ElementwiseLoss}.
 */
public interface Loss {

  /**
   * Computes each row's loss and the gradient with respect to the pre-activations, in one pass
   * where loss and activation can be fused. Allocates nothing.
   *
   * @param tile rows in, losses and gradients out
   * @param activation the activation of the last layer, not yet applied
   */
  void evaluate(LossTile tile, Activation activation);

  /**
   * Whether {@link #evaluate} lets each value count as {@link LossTile#weights} says. One that does
   * not is refused where features are weighted or values may be missing.
   */
  default boolean weighsElements() {
    return false;
  }

  /**
   * How many floats of {@link LossTile#scratch} it needs.
   *
   * @param width values of a row
   */
  default int scratch(int width) {
    return 0;
  }

  /**
   * Parameters of the loss's own, such as a variance, which are learned with the network's and
   * saved with the model. Most losses have none. Their values are in {@link LossTile#parameters}.
   *
   * @param width values of a row
   */
  default List<ParameterSpec> parameters(int width) {
    return List.of();
  }

  /**
   * Adds to {@link LossTile#parameterGradient} the gradient of the sum, over the tile's rows, of
   * {@code scale} · the row's weight · the row's loss with respect to the loss's own parameters.
   * Called after {@link #evaluate} of the whole batch, on the same rows anew, if there are any.
   * Allocates nothing.
   *
   * @param tile pre-activations and targets in; a row's weight is {@link LossTile#rowWeight}
   */
  default void parameterGradient(LossTile tile, Activation activation) {
    throw new UnsupportedOperationException(
        getClass().getName() + " has parameters, but does not give their gradient");
  }
}
