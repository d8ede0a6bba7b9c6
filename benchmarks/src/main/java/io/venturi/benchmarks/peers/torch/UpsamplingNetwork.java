package io.venturi.benchmarks.peers.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import io.venturi.benchmarks.peers.task.LayerWeights;
import java.util.ArrayList;
import java.util.List;

/**
 * Two convolutions that halve an image, and two behind upsampling by nearest neighbours that
 * restore its size: DJL's engine for libtorch has no transposed convolution.
 */
final class UpsamplingNetwork implements TorchNetwork {

  private static final int NEAREST = 0;
  private static final Shape PAD = new Shape(1, 1);
  private static final Shape ONE = new Shape(1, 1);
  private static final Shape TWO = new Shape(2, 2);

  private final Filters half;
  private final Filters quarter;
  private final Dense code;
  private final Dense widen;
  private final Filters smooth;
  private final Filters pixels;
  private final List<NDArray> parameters;

  UpsamplingNetwork(NDManager manager, List<LayerWeights> weights) {
    half = Filters.of(manager, weights.get(0));
    quarter = Filters.of(manager, weights.get(1));
    code = Dense.of(manager, weights.get(2).behindImages(7, 7, 32));
    widen = Dense.of(manager, weights.get(3).beforeImages(7, 7, 32));
    smooth = Filters.of(manager, weights.get(4));
    pixels = Filters.of(manager, weights.get(5));
    NDList all = new NDList();
    for (Filters layer : List.of(half, quarter, smooth, pixels)) {
      all.addAll(List.of(layer.weight(), layer.bias()));
    }
    for (Dense layer : List.of(code, widen)) {
      all.addAll(List.of(layer.weight(), layer.bias()));
    }
    parameters = new ArrayList<>(TorchNetwork.learned(all));
  }

  /** A convolution's product and bias. */
  private record Filters(NDArray weight, NDArray bias) {

    static Filters of(NDManager manager, LayerWeights layer) {
      int[] s = layer.shape();
      return new Filters(
          manager.create(layer.transposed(3, 2, 0, 1), new Shape(s[3], s[2], s[0], s[1])),
          manager.create(layer.biases()));
    }

    NDArray apply(NDArray images, Shape stride) {
      return Conv2d.conv2d(images, weight, bias, stride, PAD, ONE).singletonOrThrow();
    }
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
    long rows = batch.getShape().get(0);
    NDArray x = Activation.relu(half.apply(batch.reshape(rows, 1, 28, 28), TWO));
    x = Activation.relu(quarter.apply(x, TWO));
    x = code.apply(x.reshape(rows, 32 * 7 * 7));
    x = Activation.relu(widen.apply(x)).reshape(rows, 32, 7, 7);
    x = Activation.relu(smooth.apply(twice(x), ONE));
    return Activation.sigmoid(pixels.apply(twice(x), ONE)).reshape(rows, 28 * 28);
  }

  private static NDArray twice(NDArray images) {
    long[] size = {2 * images.getShape().get(2), 2 * images.getShape().get(3)};
    return images.getNDArrayInternal().interpolation(size, NEAREST, false);
  }
}
