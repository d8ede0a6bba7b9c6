package io.venturi.benchmarks.peers.venturi;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.convolutional.Conv2D;
import io.venturi.convolutional.Reshape;
import io.venturi.convolutional.UpSampling2D;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.losses.MeanSquaredError;

/** {@link ConvolutionalImages} without transposed convolutions, and with even padding. */
@Autoencoder(input = {28, 28, 1})
@MeanSquaredError
interface UpsamplingImages {
  @Encoder
  @Conv2D(filters = 16, kernel = 3, stride = 2, pad = 1, activation = Relu.class)
  Layer half();

  @Encoder
  @Conv2D(filters = 32, kernel = 3, stride = 2, pad = 1, activation = Relu.class)
  Layer quarter();

  @Bottleneck
  @Dense(units = 32)
  Layer code();

  @Decoder
  @Dense(units = 7 * 7 * 32, activation = Relu.class)
  Layer widen();

  @Decoder
  @Reshape(shape = {7, 7, 32})
  Layer images();

  @Decoder
  @UpSampling2D(size = 2)
  Layer twice();

  @Decoder
  @Conv2D(filters = 16, kernel = 3, pad = 1, activation = Relu.class)
  Layer smooth();

  @Decoder
  @UpSampling2D(size = 2)
  Layer fourfold();

  @Decoder
  @Conv2D(filters = 1, kernel = 3, pad = 1, activation = Sigmoid.class)
  Layer pixels();
}
