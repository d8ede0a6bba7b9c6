package io.venturi.layer;

import io.venturi.annotation.Layer;
import io.venturi.kernel.Activation;
import io.venturi.kernel.Matrices;
import io.venturi.kernel.Tensor;
import io.venturi.spi.Activations;
import io.venturi.spi.LayerKernel;
import io.venturi.spi.LayerMemory;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.ParameterSpec;
import io.venturi.spi.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fully connected layer with the weights of an encoder layer, transposed: {@code y = f(x · Wᵀ +
 * b)}. The biases are its own. The gradient of W is that of both uses together.
 */
public final class TiedDenseKernel implements LayerKernel<DenseActivations> {

  private final DenseKernel original;
  private final Activation activation;
  private @Nullable ParameterBlock weights;
  private @Nullable ParameterBlock biases;

  /** The mirror of {@code original}. */
  public TiedDenseKernel(DenseKernel original, Activation activation) {
    this.original = original;
    this.activation = activation;
  }

  @Override
  public int inputs() {
    return original.outputs();
  }

  @Override
  public int outputs() {
    return original.inputs();
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(ParameterSpec.biases(outputs()));
  }

  @Override
  public void bind(List<ParameterBlock> blocks, ParameterBlock state) {
    weights = original.shareWeights();
    biases = blocks.get(0);
  }

  @Override
  public DenseActivations activations(LayerMemory memory) {
    return new DenseActivations(
        memory, DenseKernel.bound(weights), DenseKernel.bound(biases), activation);
  }

  @Override
  public void forward(NetworkWorkspace w, Activations in, DenseActivations out) {
    out.begin();
    Tensor y = out.value();
    Tensor wT = DenseKernel.bound(weights).values();
    Tensor b = DenseKernel.bound(biases).values();
    if (activation.isIdentity()) {
      ElementwisePasses.fillWithBias(w, y, b);
      Matrices.multiplyTransposedB(w.rows(), in.value(), wT, y, 1f);
    } else {
      Matrices.multiplyTransposedB(w.rows(), in.value(), wT, y, 0f);
      ElementwisePasses.activate(w, y, b, activation, out.preActivation());
    }
  }

  @Override
  public void backward(NetworkWorkspace w, Activations in, DenseActivations out) {
    Tensor g = out.backward(w);
    float beta = w.accumulatesGradients() ? 1f : 0f;
    Matrices.columnSums(w.rows(), g, out.biasGradient(), beta);
    // The encoder's backward pass comes later and adds its share of the same gradient.
    Matrices.multiplyTransposedA(w.rows(), g, in.value(), out.weightGradient(), beta);
    if (in.hasGradient()) {
      Matrices.multiply(w.rows(), g, DenseKernel.bound(weights).values(), in.gradient(), 0f);
    }
  }

  @Override
  public Layer layer(String name, Parameters parameters) {
    return new DenseLayer(
        name,
        inputs(),
        outputs(),
        activation,
        DenseKernel.bound(weights),
        DenseKernel.bound(biases),
        true,
        parameters);
  }
}
