package com.example.extras;

import io.venturi.annotation.Layer;
import io.venturi.kernel.Activation;
import io.venturi.kernel.Initializer;
import io.venturi.kernel.Matrices;
import io.venturi.kernel.Tensor;
import io.venturi.layer.ElementwisePasses;
import io.venturi.spi.Activations;
import io.venturi.spi.JacobianKernel;
import io.venturi.spi.LayerMemory;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.ParameterBlock;
import io.venturi.spi.ParameterSpec;
import io.venturi.spi.Parameters;
import io.venturi.spi.Readers;
import java.util.Arrays;
import java.util.List;

/**
 * Maxout: one matrix product for all pieces of all units, {@code x · W + b} with W of shape
 * (inputs, pieces · units), then the largest of each unit. Backward, the gradient goes to the
 * largest piece alone. In a mirrored decoder the largest pieces pass through the activation of the
 * layer that is undone.
 */
public final class MaxoutKernel implements JacobianKernel<MaxoutActivations> {

  private static final int UNITS = 0;
  private static final int WINNERS = 1;

  private final int inputs;
  private final int outputs;
  private final int pieces;
  private final int all;
  private final Activation activation;
  private final Initializer initializer;
  private ParameterBlock weights;
  private ParameterBlock biases;

  /**
   * A layer of these sizes; its parameters are zero until initialized.
   *
   * @throws ArithmeticException if all pieces of a row are more than an {@code int} counts, as a
   *     forged file may say
   */
  public MaxoutKernel(
      int inputs, int outputs, int pieces, Activation activation, Initializer initializer) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.pieces = pieces;
    this.all = Math.multiplyExact(pieces, outputs);
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
        ParameterSpec.weights(inputs, all, inputs, outputs, new Readers(inputs, all), initializer),
        ParameterSpec.biases(all));
  }

  @Override
  public void bind(List<ParameterBlock> blocks, ParameterBlock state) {
    weights = blocks.get(0);
    biases = blocks.get(1);
  }

  @Override
  public MaxoutActivations activations(LayerMemory memory) {
    return new MaxoutActivations(memory, weights, biases, activation);
  }

  @Override
  public void forward(NetworkWorkspace w, Activations in, MaxoutActivations out) {
    out.begin();
    Matrices.multiply(w.rows(), in.value(), weights.values(), out.pieces, 0f);
    float[] bias = out.bias;
    biases.values().read(0, bias, bias.length);
    float[] z = out.row;
    float[] largest = w.tile(UNITS);
    float[] winners = w.tile(WINNERS);
    for (int row = 0; row < w.rows(); row++) {
      out.pieces.read(row * z.length, z, z.length);
      for (int i = 0; i < z.length; i++) {
        z[i] += bias[i];
      }
      choose(z, largest, winners);
      out.value().write(row * outputs, largest, outputs);
      if (out.winners != null) {
        out.winners.write(row * outputs, winners, outputs);
      }
    }
    if (!activation.isIdentity()) {
      ElementwisePasses.activate(w, out.value(), activation, out.preActivation());
    }
  }

  /** Of equal pieces the first. NaN stays, so that the loss of the step shows it. */
  private void choose(float[] z, float[] largest, float[] winners) {
    System.arraycopy(z, 0, largest, 0, outputs);
    Arrays.fill(winners, 0, outputs, 0f);
    for (int p = 1; p < pieces; p++) {
      int from = p * outputs;
      for (int u = 0; u < outputs; u++) {
        float value = z[from + u];
        boolean isLarger = !(value <= largest[u]) && largest[u] == largest[u];
        largest[u] = isLarger ? value : largest[u];
        winners[u] = isLarger ? p : winners[u];
      }
    }
  }

  @Override
  public void backward(NetworkWorkspace w, Activations in, MaxoutActivations out) {
    spread(w, out.backward(w), out);
    float beta = w.accumulatesGradients() ? 1f : 0f;
    Matrices.columnSums(w.rows(), out.pieces, out.biasGradient, beta);
    Matrices.multiplyTransposedA(w.rows(), in.value(), out.pieces, out.weightGradient, beta);
    if (in.hasGradient()) {
      Matrices.multiplyTransposedB(w.rows(), out.pieces, weights.values(), in.gradient(), 0f);
    }
  }

  @Override
  public void pullback(NetworkWorkspace w, Activations in, MaxoutActivations out) {
    spread(w, out.pullback(w), out);
    Matrices.multiplyTransposedB(
        w.rows(), out.pieces, weights.values(), in.directions().cotangent(), 0f);
  }

  /** The pieces are those that {@link #pullback} has left. */
  @Override
  public void pushforward(NetworkWorkspace w, Activations in, MaxoutActivations out) {
    Tensor tangent = in.directions().tangent();
    if (out.weightGradient != null) {
      Matrices.multiplyTransposedA(w.rows(), tangent, out.pieces, out.weightGradient, 1f);
    }
    Matrices.multiply(w.rows(), tangent, weights.values(), out.pieces, 0f);
    gather(w, out, out.directions().tangent());
    out.pushforward(w);
  }

  /** Sets the largest pieces to what their units have, and the others to 0. */
  private void spread(NetworkWorkspace w, Tensor units, MaxoutActivations out) {
    float[] z = out.row;
    float[] values = w.tile(UNITS);
    float[] winners = w.tile(WINNERS);
    for (int row = 0; row < w.rows(); row++) {
      units.read(row * outputs, values, outputs);
      out.winners.read(row * outputs, winners, outputs);
      Arrays.fill(z, 0f);
      for (int u = 0; u < outputs; u++) {
        z[(int) winners[u] * outputs + u] = values[u];
      }
      out.pieces.write(row * z.length, z, z.length);
    }
  }

  /** The other way round. */
  private void gather(NetworkWorkspace w, MaxoutActivations out, Tensor units) {
    float[] z = out.row;
    float[] values = w.tile(UNITS);
    float[] winners = w.tile(WINNERS);
    for (int row = 0; row < w.rows(); row++) {
      out.pieces.read(row * z.length, z, z.length);
      out.winners.read(row * outputs, winners, outputs);
      for (int u = 0; u < outputs; u++) {
        values[u] = z[(int) winners[u] * outputs + u];
      }
      units.write(row * outputs, values, outputs);
    }
  }

  @Override
  public Layer layer(String name, Parameters parameters) {
    return new MaxoutLayer(name, inputs, outputs, pieces, weights, biases, parameters);
  }
}
