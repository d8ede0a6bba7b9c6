package io.venturi.convolutional;

import io.venturi.kernel.Tensor;
import io.venturi.spi.Activations;
import io.venturi.spi.LayerKernel;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.Parameters;
import io.venturi.spi.WorkspaceMemory;
import java.util.SplittableRandom;

/** One kernel with memory around it, its parameters and its input drawn at random. */
final class Rig<A extends Activations> {

  final Parameters parameters;
  final Activations in;
  final A out;
  final Tensor gradients;

  private final LayerKernel<A> kernel;
  private final NetworkWorkspace w;

  Rig(LayerKernel<A> kernel, int rows, long seed) {
    this(kernel, rows, seed, Parameters.allocate(kernel));
    fill(parameters.values(), seed + 1);
  }

  Rig(LayerKernel<A> kernel, int rows, long seed, Parameters parameters) {
    this.kernel = kernel;
    this.parameters = parameters;
    this.in = pair(rows + 2, kernel.inputs()); // Room that is not in use.
    Activations code = pair(rows + 2, kernel.outputs());
    gradients = Tensor.allocate(1, parameters.size());
    WorkspaceMemory memory =
        WorkspaceMemory.forTraining(
            kernel.inputs(), false, code, code, gradients, Tensor.allocate(1, 0));
    out = kernel.activations(memory.code());
    w =
        new NetworkWorkspace(memory) {
          @Override
          public Activations code() {
            return out;
          }

          @Override
          public Activations output() {
            return out;
          }
        };
    w.rows(rows);
    fill(in.value(), seed);
    fill(out.gradient(), seed + 2);
    fill(in.gradient(), seed + 3); // What is there before is overwritten.
    fill(out.value(), seed + 4);
    fill(gradients, seed + 5);
  }

  private static Activations pair(int rows, int columns) {
    return new Activations(Tensor.allocate(rows, columns), Tensor.allocate(rows, columns));
  }

  static void fill(Tensor tensor, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[tensor.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    tensor.write(0, values, values.length);
  }

  Rig<A> forward() {
    kernel.forward(w, in, out);
    return this;
  }

  Rig<A> backward() {
    kernel.backward(w, in, out);
    return this;
  }

  /** The values of the rows in use. */
  double[] used(Tensor tensor) {
    return doubles(tensor, w.rows() * tensor.columns());
  }

  /** All values of the gradient vector. */
  double[] gradients() {
    return doubles(gradients, gradients.size());
  }

  private static double[] doubles(Tensor tensor, int n) {
    double[] values = new double[n];
    float[] all = tensor.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = all[i];
    }
    return values;
  }
}
