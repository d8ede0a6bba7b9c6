package io.venturi.convolutional;

import io.venturi.kernel.Tensor;
import io.venturi.spi.Activations;
import io.venturi.spi.JacobianKernel;
import io.venturi.spi.LayerKernel;
import io.venturi.spi.NetworkWorkspace;
import io.venturi.spi.Parameters;
import io.venturi.spi.WorkspaceMemory;
import java.util.Arrays;
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
    this(kernel, rows, seed, parameters, false);
  }

  /** With memory for passes of the Jacobian, where gradients of parameters add up from zero. */
  static <A extends Activations> Rig<A> withDirections(
      JacobianKernel<A> kernel, int rows, long seed) {
    Rig<A> rig = new Rig<>(kernel, rows, seed, Parameters.allocate(kernel), true);
    fill(rig.parameters.values(), seed + 1);
    rig.gradients.clear();
    return rig;
  }

  private Rig(
      LayerKernel<A> kernel, int rows, long seed, Parameters parameters, boolean directions) {
    this.kernel = kernel;
    this.parameters = parameters;
    Activations code = pair(rows + 2, kernel.outputs()); // Room that is not in use.
    gradients = Tensor.allocate(1, parameters.size());
    WorkspaceMemory memory =
        WorkspaceMemory.forTraining(
            kernel.inputs(), false, code, code, gradients, Tensor.allocate(1, 0));
    if (directions) {
      memory.withDirections();
    }
    in = new Activations(memory.hidden(kernel.inputs()));
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

  /** Takes this cotangent of the output, and gives the input's. */
  double[] pullback(long seed) {
    fill(out.directions().cotangent(), seed);
    jacobianKernel().pullback(w, in, out);
    return used(in.directions().cotangent());
  }

  /** Takes this tangent of the input, and gives the output's. */
  double[] pushforward(long seed) {
    fill(in.directions().tangent(), seed);
    jacobianKernel().pushforward(w, in, out);
    return used(out.directions().tangent());
  }

  private JacobianKernel<A> jacobianKernel() {
    return (JacobianKernel<A>) kernel;
  }

  /** What {@link #fill} writes to the rows in use. */
  double[] drawn(int columns, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[w.rows() * columns];
    Arrays.setAll(values, i -> (float) random.nextDouble(-1, 1));
    return values;
  }

  /** The values of the rows in use. */
  double[] used(Tensor tensor) {
    return doubles(tensor, w.rows() * tensor.columns());
  }

  /** All values of the parameters. */
  double[] parameters() {
    return doubles(parameters.values(), parameters.size());
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
