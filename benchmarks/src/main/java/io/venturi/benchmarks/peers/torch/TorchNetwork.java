package io.venturi.benchmarks.peers.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import io.venturi.benchmarks.peers.task.LayerWeights;
import java.util.List;

/**
 * A network as a straight line of libtorch's operations, without DJL's blocks and what these look
 * up at every step.
 */
interface TorchNetwork {

  /** All that is learned, with gradients. */
  List<NDArray> parameters();

  /** The training loss of a batch, a scalar. */
  NDArray loss(NDArray batch);

  /** Reconstructions of a batch. */
  NDArray reconstruct(NDArray batch);

  /** A dense layer's product and bias. */
  record Dense(NDArray weight, NDArray bias) {

    static Dense of(NDManager manager, LayerWeights layer) {
      float[] transposed = layer.transposed(1, 0);
      return new Dense(
          manager.create(transposed, new Shape(layer.shape()[1], layer.shape()[0])),
          manager.create(layer.biases()));
    }

    NDArray apply(NDArray x) {
      return Linear.linear(x, weight, bias).singletonOrThrow();
    }
  }

  /** The mean over all values, in the fewest operations. */
  static NDArray meanSquaredError(NDArray batch, NDArray reconstruction) {
    return reconstruction.sub(batch).square().mean();
  }

  /** Of arrays, those that are learned. */
  static List<NDArray> learned(NDList parameters) {
    parameters.forEach(parameter -> parameter.setRequiresGradient(true));
    return List.copyOf(parameters);
  }
}
