package io.venturi.convolutional;

import io.venturi.annotation.Layer;
import io.venturi.kernel.Activation;
import io.venturi.kernel.Tensor;
import io.venturi.layer.ElementwisePasses;
import io.venturi.spi.Activations;
import io.venturi.spi.JacobianKernel;
import io.venturi.spi.LayerMemory;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.ParameterSpec;
import io.venturi.spi.Parameters;
import java.util.List;

/**
 * What layers that learn nothing have in common, {@code y = f(T(x))}: all but T, which is linear,
 * at least from piece to piece.
 */
abstract class ShapeKernel implements JacobianKernel<ShapeActivations> {

  private final int inputs;
  private final int outputs;
  private final Activation activation;

  ShapeKernel(int inputs, int outputs, Activation activation) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.activation = activation;
  }

  /**
   * {@code out.value() = T(in)} on the rows in use. Leaves in {@code out.choices}, where there are
   * any, what the other two need.
   */
  abstract void transform(NetworkWorkspace w, Tensor in, ShapeActivations out);

  /** {@code to = T'(from)}, where T' is the derivative at the rows of the last transform. */
  abstract void derivative(NetworkWorkspace w, Tensor from, ShapeActivations out, Tensor to);

  /** {@code to = T'ᵀ(from)}. */
  abstract void adjoint(NetworkWorkspace w, Tensor from, ShapeActivations out, Tensor to);

  /** In a few words, such as {@code max pooling, 2x2}. */
  abstract String describe();

  /** Whether the derivative depends on the rows, so that something is to be remembered of them. */
  boolean chooses() {
    return false;
  }

  @Override
  public final int inputs() {
    return inputs;
  }

  @Override
  public final int outputs() {
    return outputs;
  }

  @Override
  public final List<ParameterSpec> parameters() {
    return List.of();
  }

  @Override
  public final void bind(List<ParameterBlock> blocks, ParameterBlock state) {}

  @Override
  public final ShapeActivations activations(LayerMemory memory) {
    return new ShapeActivations(memory, activation, chooses());
  }

  @Override
  public final void forward(NetworkWorkspace w, Activations in, ShapeActivations out) {
    out.begin();
    transform(w, in.value(), out);
    if (!activation.isIdentity()) {
      ElementwisePasses.activate(w, out.value(), activation, out.preActivation());
    }
  }

  @Override
  public final void backward(NetworkWorkspace w, Activations in, ShapeActivations out) {
    if (in.hasGradient()) {
      adjoint(w, out.backward(w), out, in.gradient());
    }
  }

  @Override
  public final void pullback(NetworkWorkspace w, Activations in, ShapeActivations out) {
    adjoint(w, out.pullback(w), out, in.directions().cotangent());
  }

  @Override
  public final void pushforward(NetworkWorkspace w, Activations in, ShapeActivations out) {
    derivative(w, in.directions().tangent(), out, out.directions().tangent());
    out.pushforward(w);
  }

  @Override
  public final Layer layer(String name, Parameters parameters) {
    return new ShapeLayer(name, inputs, outputs, describe());
  }
}
