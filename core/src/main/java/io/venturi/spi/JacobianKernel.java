package io.venturi.spi;

/**
 * A layer that can be part of an encoder whose Jacobian is asked for: {@code Model.jacobian}, and
 * types of autoencoder that penalise it. Let {@code D} be the layer's derivative at the rows of the
 * last forward pass, one matrix a row: {@code dy = dx · D}.
 *
 * <p>A penalty P of {@code r = Jᵀv}, for a direction v on the codes, takes two passes. The first
 * goes from the code to the input and makes r. With {@code ∂P/∂r} at the input, the second goes
 * back up and leaves, at each layer, what P adds to two gradients: that of the layer's parameters,
 * and that of the pre-activation, by way of the derivative's dependence on it. {@link #backward}
 * adds the latter to what comes from the loss (double backpropagation, Drucker and LeCun, 1992).
 *
 * <p>The methods work on the first {@code w.rows()} rows, with {@link Activations#directions()} of
 * the layer's input and output, and allocate nothing. In a workspace with directions {@link
 * #activations} keeps what they need, gradients or not.
 *
 * @param <A> what a workspace holds for this layer
 */
public interface JacobianKernel<A extends Activations> extends LayerKernel<A> {

  /**
   * From {@code out}'s cotangent, which it may overwrite, computes {@code in}'s: multiplies by
   * {@code Dᵀ}. Runs after {@link #forward} on the same workspace, any number of times.
   */
  void pullback(NetworkWorkspace w, Activations in, A out);

  /**
   * From {@code in}'s tangent, which is the penalty's derivative with respect to {@code in}'s
   * cotangent, computes {@code out}'s: multiplies by {@code D}. Adds to the gradients of the
   * layer's parameters, and remembers what {@link #backward} is to add to the gradient of the
   * pre-activation: all that was remembered since {@link #forward}, which begins it at zero. Runs
   * after {@link #pullback}, once for each.
   */
  void pushforward(NetworkWorkspace w, Activations in, A out);
}
