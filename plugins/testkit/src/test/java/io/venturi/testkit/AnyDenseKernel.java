package io.venturi.testkit;

import io.venturi.annotation.Layer;
import io.venturi.kernel.GlorotUniform;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code y = x · W}, unless something is wrong with it. */
public final class AnyDenseKernel implements JacobianKernel<AnyDenseActivations> {

  private final int inputs;
  private final int outputs;
  private final LayerFault fault;
  private final float factor;
  private @Nullable ParameterBlock weights;

  public AnyDenseKernel(int inputs, int outputs, String fault) {
    this(inputs, outputs, fault, 1);
  }

  AnyDenseKernel(int inputs, int outputs, String fault, float factor) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.fault = LayerFault.valueOf(fault);
    this.factor = factor;
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
    return List.of(ParameterSpec.weights(inputs, outputs, new GlorotUniform()));
  }

  @Override
  public void bind(List<ParameterBlock> blocks, ParameterBlock state) {
    weights = blocks.get(0);
  }

  private ParameterBlock weights() {
    if (weights == null) {
      throw new IllegalStateException("not bound");
    }
    return weights;
  }

  @Override
  public AnyDenseActivations activations(LayerMemory memory) {
    return new AnyDenseActivations(memory, weights());
  }

  @Override
  public void forward(NetworkWorkspace w, Activations in, AnyDenseActivations out) {
    Matrices.multiply(w.rows(), in.value(), weights().values(), out.value(), 0);
    if (fault == LayerFault.WRITES_TARGET && w.isTraining()) {
      w.target().copyFrom(w.input.value(), w.rows() * w.target().columns());
    }
    if (factor != 1 || (fault == LayerFault.TWICE_IN_USE && !w.isTraining())) {
      multiply(w, out.value(), null);
    }
    if (fault == LayerFault.ZERO_IN_USE && !w.isTraining()) {
      out.value().clear();
    }
  }

  @Override
  public void backward(NetworkWorkspace w, Activations in, AnyDenseActivations out) {
    Tensor gradient = out.gradient();
    if (fault == LayerFault.SIGMOID_DERIVATIVE) {
      multiply(w, gradient, out.value());
    }
    boolean adds =
        fault == LayerFault.ALWAYS_ADDS
            || (w.accumulatesGradients() && fault != LayerFault.OVERWRITES);
    int rows = fault == LayerFault.GRADIENT_OF_CAPACITY ? gradient.rows() : w.rows();
    Matrices.multiplyTransposedA(rows, in.value(), gradient, out.weightGradient(), adds ? 1 : 0);
    if (fault == LayerFault.MEAN_OF_SHARD) {
      divide(w, out.weightGradient());
    }
    if (in.hasGradient()) {
      Matrices.multiplyTransposedB(w.rows(), gradient, weights().values(), in.gradient(), 0);
    }
  }

  /** By y (1 − y), or by two. */
  private void multiply(NetworkWorkspace w, Tensor tensor, @Nullable Tensor y) {
    float[] values = w.tile(0);
    float[] at = w.tile(1);
    for (int r = 0; r < w.rows(); r++) {
      tensor.read(r * outputs, values, outputs);
      if (y != null) {
        y.read(r * outputs, at, outputs);
      }
      for (int i = 0; i < outputs; i++) {
        values[i] *= y == null ? 2 : at[i] * (1 - at[i]);
      }
      tensor.write(r * outputs, values, outputs);
    }
  }

  private static void divide(NetworkWorkspace w, Tensor gradient) {
    float[] values = w.tile(0);
    gradient.read(0, values, gradient.size());
    for (int i = 0; i < gradient.size(); i++) {
      values[i] /= w.rows();
    }
    gradient.write(0, values, gradient.size());
  }

  @Override
  public void pullback(NetworkWorkspace w, Activations in, AnyDenseActivations out) {
    Tensor to = in.directions().cotangent();
    Tensor from = out.directions().cotangent();
    Matrices.multiplyTransposedB(w.rows(), from, weights().values(), to, 0);
    if (fault == LayerFault.LAYER_NORMS) {
      addNorms(w, from, to);
    }
  }

  /** Of the layers behind, the norm; of this one, its own: both added up instead of multiplied. */
  private void addNorms(NetworkWorkspace w, Tensor from, Tensor to) {
    double own = 0;
    for (float weight : weights().values().toArray()) {
      own += (double) weight * weight;
    }
    float[] row = new float[outputs];
    float[] all = new float[inputs];
    for (int r = 0; r < w.rows(); r++) {
      from.read(r * outputs, row, outputs);
      double sum = own / w.latent.value().columns();
      for (float each : row) {
        sum += (double) each * each;
      }
      all[0] = (float) Math.sqrt(sum);
      to.write(r * inputs, all, inputs);
    }
  }

  @Override
  public void pushforward(NetworkWorkspace w, Activations in, AnyDenseActivations out) {
    Tensor tangent = in.directions().tangent();
    Matrices.multiplyTransposedA(
        w.rows(), tangent, out.directions().cotangent(), out.weightGradient(), 1);
    Matrices.multiply(w.rows(), tangent, weights().values(), out.directions().tangent(), 0);
  }

  @Override
  public Layer layer(String name, Parameters parameters) {
    return new AnyDenseLayer(name, inputs, outputs, parameters.copy(weights()));
  }

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record AnyDenseLayer(String name, int inputs, int outputs, float[] values)
      implements Layer {

    @Override
    public Map<String, Block> blocks() {
      return Map.of("weights", new Block(List.of(inputs, outputs), values));
    }
  }
}
