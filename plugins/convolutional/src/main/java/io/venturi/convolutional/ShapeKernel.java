package io.venturi.convolutional;

import io.venturi.annotation.Layer;
import io.venturi.kernel.Activation;
import io.venturi.kernel.Tensor;
import io.venturi.layer.ElementwisePasses;
import io.venturi.spi.Activations;
import io.venturi.spi.LayerKernel;
import io.venturi.spi.LayerMemory;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.ParameterSpec;
import io.venturi.spi.Parameters;
import java.util.List;

/** What layers that learn nothing have in common: an activation behind what they do. */
abstract class ShapeKernel implements LayerKernel<ShapeActivations> {

  static final int IN = 0;
  static final int OUT = 1;
  static final int CHOICES = 2;

  private final int inputs;
  private final int outputs;
  private final Activation activation;

  ShapeKernel(int inputs, int outputs, Activation activation) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.activation = activation;
  }

  /** From the rows in use of {@code in} to those of {@code out}. */
  abstract void transform(NetworkWorkspace w, Tensor in, ShapeActivations out);

  /** The adjoint, from the gradient of what came out to that of what went in. */
  abstract void transformGradient(NetworkWorkspace w, ShapeActivations out, Tensor in);

  /** In a few words, such as {@code max pooling, 2x2}. */
  abstract String describe();

  /** Whether the backward pass needs to know which values were the largest. */
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
    transform(w, in.value(), out);
    if (!activation.isIdentity()) {
      ElementwisePasses.activate(w, out.value(), activation, out.preActivation);
    }
  }

  @Override
  public final void backward(NetworkWorkspace w, Activations in, ShapeActivations out) {
    if (!in.hasGradient()) {
      return;
    }
    if (!activation.isIdentity()) {
      Tensor at = out.preActivation == null ? out.value() : out.preActivation;
      ElementwisePasses.activationGradient(w, out.gradient(), at, activation);
    }
    transformGradient(w, out, in.gradient());
  }

  @Override
  public final Layer layer(String name, Parameters parameters) {
    return new ShapeLayer(name, inputs, outputs, describe());
  }
}
