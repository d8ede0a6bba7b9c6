package io.venturi.layer;

import io.venturi.annotation.Layer;
import io.venturi.kernel.Activation;
import io.venturi.kernel.Initializer;
import io.venturi.kernel.Matrices;
import io.venturi.kernel.Tensor;
import io.venturi.spi.Activations;
import io.venturi.spi.JacobianKernel;
import io.venturi.spi.LayerMemory;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.ParameterSpec;
import io.venturi.spi.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fully connected layer, {@code y = f(x · W + b)}: weights of shape (inputs, outputs), biases of
 * shape (outputs), {@code Σ} over rows in all parameter gradients.
 */
public final class DenseKernel implements JacobianKernel<DenseActivations> {

  private final int inputs;
  private final int outputs;
  private final Activation activation;
  private final Initializer initializer;
  private @Nullable ParameterBlock weights;
  private @Nullable ParameterBlock biases;
  private boolean weightsShared;

  /** A layer of these sizes; its parameters are zero until initialized. */
  public DenseKernel(int inputs, int outputs, Activation activation, Initializer initializer) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.activation = activation;
    this.initializer = initializer;
  }

  @Override
  public int inputs() {
    return inputs;
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.weights(inputs, outputs, initializer), ParameterSpec.biases(outputs));
  }

  @Override
  public void bind(List<ParameterBlock> blocks, ParameterBlock state) {
    weights = blocks.get(0);
    biases = blocks.get(1);
  }

  @Override
  public DenseActivations activations(LayerMemory memory) {
    return new DenseActivations(memory, weights(), biases(), activation);
  }

  @Override
  public void forward(NetworkWorkspace w, Activations in, DenseActivations out) {
    out.begin();
    Tensor y = out.value();
    if (activation.isIdentity()) {
      ElementwisePasses.fillWithBias(w, y, biases().values());
      Matrices.multiply(w.rows(), in.value(), weights().values(), y, 1f);
    } else {
      Matrices.multiply(w.rows(), in.value(), weights().values(), y, 0f);
      ElementwisePasses.activate(w, y, biases().values(), activation, out.preActivation());
    }
  }

  @Override
  public void backward(NetworkWorkspace w, Activations in, DenseActivations out) {
    Tensor g = out.backward(w);
    boolean adds = w.accumulatesGradients();
    Matrices.columnSums(w.rows(), g, out.biasGradient(), adds ? 1f : 0f);
    // Where a tied layer has left its gradient of the same weights, this one is added.
    Matrices.multiplyTransposedA(
        w.rows(), in.value(), g, out.weightGradient(), adds || weightsShared ? 1f : 0f);
    if (in.hasGradient()) {
      Matrices.multiplyTransposedB(w.rows(), g, weights().values(), in.gradient(), 0f);
    }
  }

  /** With the cotangent s of the pre-activation, {@code s · Wᵀ}. */
  @Override
  public void pullback(NetworkWorkspace w, Activations in, DenseActivations out) {
    Matrices.multiplyTransposedB(
        w.rows(), out.pullback(w), weights().values(), in.directions().cotangent(), 0f);
  }

  /**
   * With the input's tangent ρ, {@code ρ · W} for the pre-activation; {@code ρᵀ · s} to the
   * gradient of the weights.
   */
  @Override
  public void pushforward(NetworkWorkspace w, Activations in, DenseActivations out) {
    Tensor tangent = in.directions().tangent();
    Matrices.multiplyTransposedA(w.rows(), tangent, out.slopes(), out.weightGradient(), 1f);
    Matrices.multiply(w.rows(), tangent, weights().values(), out.directions().tangent(), 0f);
    out.pushforward(w);
  }

  @Override
  public Layer layer(String name, Parameters parameters) {
    return new DenseLayer(
        name, inputs, outputs, activation, weights(), biases(), false, parameters);
  }

  /** For a layer that uses these weights too, and whose backward pass comes before this one's. */
  ParameterBlock shareWeights() {
    weightsShared = true;
    return weights();
  }

  private ParameterBlock weights() {
    return bound(weights);
  }

  private ParameterBlock biases() {
    return bound(biases);
  }

  static ParameterBlock bound(@Nullable ParameterBlock block) {
    if (block == null) {
      throw new IllegalStateException("this kernel has no parameters yet: see Parameters.allocate");
    }
    return block;
  }
}
