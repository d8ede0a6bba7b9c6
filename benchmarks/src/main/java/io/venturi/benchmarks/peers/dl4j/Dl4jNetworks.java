package io.venturi.benchmarks.peers.dl4j;

import io.venturi.benchmarks.peers.task.LayerWeights;
import io.venturi.benchmarks.peers.task.Work;
import java.util.List;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks with Venturi's weights. */
final class Dl4jNetworks {

  private Dl4jNetworks() {}

  static MultiLayerNetwork of(Work work, List<LayerWeights> weights) {
    return switch (work) {
      case DENSE -> dense(weights);
      case CONV -> convolutional(weights);
      default -> throw new IllegalArgumentException("no network for " + work);
    };
  }

  private static NeuralNetConfiguration.ListBuilder builder() {
    return new NeuralNetConfiguration.Builder().seed(1).updater(new Adam(1e-3)).list();
  }

  private static MultiLayerNetwork dense(List<LayerWeights> weights) {
    NeuralNetConfiguration.ListBuilder layers = builder();
    int last = weights.size() - 1;
    for (int layer = 0; layer < last; layer++) {
      layers.layer(dense(weights.get(layer), Activation.RELU));
    }
    layers.layer(
        new OutputLayer.Builder()
            .nIn(weights.get(last).shape()[0])
            .nOut(weights.get(last).shape()[1])
            .activation(Activation.SIGMOID)
            .lossFunction(LossFunction.MSE)
            .build());
    MultiLayerNetwork network = network(layers);
    for (int layer = 0; layer <= last; layer++) {
      set(network, layer, weights.get(layer), 0, 1);
    }
    return network;
  }

  /** Channels first; the dense layers' weights are put into that order. */
  private static MultiLayerNetwork convolutional(List<LayerWeights> weights) {
    LayerWeights code = weights.get(2).behindImages(7, 7, 32);
    LayerWeights widen = weights.get(3).beforeImages(7, 7, 32);
    MultiLayerNetwork network =
        network(
            builder()
                .layer(convolution(1, 16))
                .layer(convolution(16, 32))
                .layer(dense(code, Activation.IDENTITY))
                .layer(dense(widen, Activation.RELU))
                .layer(transposed(32, 16, Activation.RELU))
                .layer(transposed(16, 1, Activation.IDENTITY))
                .layer(
                    new LossLayer.Builder(LossFunction.MSE).activation(Activation.SIGMOID).build())
                .inputPreProcessor(2, new CnnToFeedForwardPreProcessor(7, 7, 32))
                .inputPreProcessor(4, new FeedForwardToCnnPreProcessor(7, 7, 32))
                .inputPreProcessor(6, new CnnToFeedForwardPreProcessor(28, 28, 1)));
    for (int layer : new int[] {0, 1, 4, 5}) {
      set(network, layer, weights.get(layer), 3, 2, 0, 1);
    }
    set(network, 2, code, 0, 1);
    set(network, 3, widen, 0, 1);
    return network;
  }

  private static BaseLayer dense(LayerWeights weights, Activation activation) {
    return new DenseLayer.Builder()
        .nIn(weights.shape()[0])
        .nOut(weights.shape()[1])
        .activation(activation)
        .build();
  }

  private static BaseLayer convolution(int inputs, int outputs) {
    return new ConvolutionLayer.Builder(3, 3)
        .nIn(inputs)
        .nOut(outputs)
        .stride(2, 2)
        .convolutionMode(ConvolutionMode.Same)
        .activation(Activation.RELU)
        .build();
  }

  private static BaseLayer transposed(int inputs, int outputs, Activation activation) {
    return new Deconvolution2D.Builder(4, 4)
        .nIn(inputs)
        .nOut(outputs)
        .stride(2, 2)
        .padding(1, 1)
        .convolutionMode(ConvolutionMode.Truncate)
        .activation(activation)
        .build();
  }

  private static MultiLayerNetwork network(NeuralNetConfiguration.ListBuilder layers) {
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    return network;
  }

  private static void set(MultiLayerNetwork network, int layer, LayerWeights values, int... order) {
    long[] shape = new long[order.length];
    for (int axis = 0; axis < order.length; axis++) {
      shape[axis] = values.shape()[order[axis]];
    }
    float[] weights = values.transposed(order);
    network.getLayer(layer).getParam("W").assign(Nd4j.create(weights, shape, 'c'));
    long[] row = {1, values.biases().length};
    network.getLayer(layer).getParam("b").assign(Nd4j.create(values.biases(), row, 'c'));
  }
}
