package io.venturi.benchmarks.peers.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Activation;
import io.venturi.benchmarks.peers.task.LayerWeights;
import java.util.List;
import java.util.function.UnaryOperator;

/** Dense layers with rectifiers between them. */
final class DenseStack implements TorchNetwork {

  private final List<Dense> layers;
  private final boolean sigmoid;
  private final List<NDArray> parameters;

  /**
   * @param sigmoid whether the last layer has one
   */
  DenseStack(NDManager manager, List<LayerWeights> weights, boolean sigmoid) {
    this.layers = weights.stream().map(layer -> Dense.of(manager, layer)).toList();
    this.sigmoid = sigmoid;
    NDList all = new NDList();
    layers.forEach(layer -> all.addAll(List.of(layer.weight(), layer.bias())));
    this.parameters = TorchNetwork.learned(all);
  }

  @Override
  public List<NDArray> parameters() {
    return parameters;
  }

  @Override
  public NDArray loss(NDArray batch) {
    return TorchNetwork.meanSquaredError(batch, reconstruct(batch));
  }

  @Override
  public NDArray reconstruct(NDArray batch) {
    NDArray x = first(batch, layers.size());
    return sigmoid ? Activation.sigmoid(x) : x;
  }

  /** The same, each array on the way freed as soon as the next one is there. */
  NDArray reconstructFreeing(NDArray batch) {
    NDArray x = layers.get(0).apply(batch);
    for (Dense layer : layers.subList(1, layers.size())) {
      x = freeing(freeing(x, Activation::relu), layer::apply);
    }
    return sigmoid ? freeing(x, Activation::sigmoid) : x;
  }

  private static NDArray freeing(NDArray x, UnaryOperator<NDArray> operation) {
    try (x) {
      return operation.apply(x);
    }
  }

  /** The codes: the encoder is the first half of the layers and ends with a rectifier. */
  NDArray encode(NDArray batch) {
    return Activation.relu(first(batch, layers.size() / 2));
  }

  /** Through the first layers, the last of them without its activation. */
  private NDArray first(NDArray batch, int count) {
    NDArray x = layers.get(0).apply(batch);
    for (int layer = 1; layer < count; layer++) {
      x = layers.get(layer).apply(Activation.relu(x));
    }
    return x;
  }
}
