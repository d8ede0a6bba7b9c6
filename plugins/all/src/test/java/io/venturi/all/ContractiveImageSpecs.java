package io.venturi.all;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.annotation.Mirrored;
import io.venturi.contractive.Contractive;
import io.venturi.convolutional.AveragePool2D;
import io.venturi.convolutional.Conv2D;
import io.venturi.convolutional.Conv2DTranspose;
import io.venturi.convolutional.Flatten;
import io.venturi.convolutional.MaxPool2D;
import io.venturi.convolutional.Padding;
import io.venturi.convolutional.Reshape;
import io.venturi.convolutional.UpSampling2D;
import io.venturi.kernel.Gelu;
import io.venturi.kernel.LeakyRelu;
import io.venturi.kernel.Sigmoid;
import io.venturi.kernel.Softplus;
import io.venturi.kernel.Swish;
import io.venturi.kernel.Tanh;
import io.venturi.losses.MeanSquaredError;

/** Specs of images whose encoder's Jacobian is penalised. */
final class ContractiveImageSpecs {

  private ContractiveImageSpecs() {}

  /** Strides, pads and a dilation for each side. */
  @Autoencoder(input = {6, 5, 2})
  @MeanSquaredError
  @Contractive(weight = ContractiveSpecs.WEIGHT, probes = Contractive.EXACT)
  interface ConvolutionSpec {
    @Encoder
    @Conv2D(
        filters = 3,
        kernel = {3, 2},
        stride = {2, 1},
        padding = Padding.SAME,
        activation = Tanh.class)
    Layer strided();

    @Encoder
    @Conv2D(
        filters = 2,
        kernel = 2,
        dilation = {1, 3},
        pad = {1, 0, 2, 1},
        activation = Gelu.class)
    Layer dilated();

    @Bottleneck
    @Conv2D(filters = 1, kernel = 2, stride = 2, activation = Sigmoid.class)
    Layer codes();

    @Decoder
    @Dense(units = 60)
    Layer last();
  }

  /** What else an encoder of images may have, with an activation behind each. */
  @Autoencoder(
      input = {4, 5, 2},
      decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  @Contractive(weight = ContractiveSpecs.WEIGHT)
  interface EveryLayerSpec {
    @Encoder
    @UpSampling2D(
        size = {2, 1},
        activation = Tanh.class)
    Layer up();

    @Encoder
    @MaxPool2D(size = 3, stride = 2, padding = Padding.SAME, activation = Swish.class)
    Layer largest();

    @Encoder
    @AveragePool2D(
        size = {2, 3},
        pad = 1,
        activation = Gelu.class)
    Layer means();

    @Encoder
    @Conv2DTranspose(
        filters = 1,
        kernel = {3, 2},
        stride = 2,
        pad = 1,
        activation = Softplus.class)
    Layer transposed();

    @Encoder
    @Flatten(activation = Sigmoid.class)
    Layer flat();

    @Encoder
    @Reshape(
        shape = {5, 1, 1},
        activation = Tanh.class)
    Layer image();

    @Bottleneck
    @Dense(units = 3, activation = Tanh.class)
    Layer codes();
  }

  /** Kinks alone, an estimate of the norm, and the decoder's weights in the encoder. */
  @Autoencoder(
      input = {6, 6, 1},
      decoder = @Mirrored(output = Sigmoid.class, tied = true))
  @MeanSquaredError
  @Contractive(weight = ContractiveSpecs.WEIGHT, probes = 2)
  interface PiecewiseSpec {
    @Encoder
    @Conv2D(
        filters = 4,
        kernel = 3,
        stride = 2,
        padding = Padding.SAME,
        activation = LeakyRelu.class)
    Layer edges();

    @Encoder
    @MaxPool2D(size = 2, stride = 1)
    Layer largest();

    @Encoder
    @Conv2DTranspose(filters = 2, kernel = 2, activation = LeakyRelu.class)
    Layer back();

    @Bottleneck
    @Dense(units = 4)
    Layer codes();
  }

  /** Several shards of a batch. */
  @Autoencoder(
      input = {16, 12, 1},
      decoder = @Mirrored(output = Sigmoid.class))
  @MeanSquaredError
  @Contractive(weight = 0.01, probes = 1)
  interface ManyShardsSpec {
    @Encoder
    @Conv2D(filters = 8, kernel = 5, padding = Padding.SAME, activation = Tanh.class)
    Layer edges();

    @Encoder
    @AveragePool2D
    Layer half();

    @Encoder
    @Conv2D(filters = 8, kernel = 3, stride = 2, padding = Padding.SAME, activation = Swish.class)
    Layer quarter();

    @Bottleneck
    @Dense(units = 8)
    Layer codes();
  }
}
