package io.venturi.benchmarks.peers.venturi;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.convolutional.Conv2D;
import io.venturi.convolutional.Conv2DTranspose;
import io.venturi.convolutional.Padding;
import io.venturi.convolutional.Reshape;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.losses.MeanSquaredError;

/** The convolutional spec of the gallery. */
@Autoencoder(input = {28, 28, 1})
@MeanSquaredError
interface ConvolutionalImages {
  @Encoder
  @Conv2D(filters = 16, kernel = 3, stride = 2, padding = Padding.SAME, activation = Relu.class)
  Layer half();

  @Encoder
  @Conv2D(filters = 32, kernel = 3, stride = 2, padding = Padding.SAME, activation = Relu.class)
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
  @Conv2DTranspose(
      filters = 16,
      kernel = 4,
      stride = 2,
      padding = Padding.SAME,
      activation = Relu.class)
  Layer twice();

  @Decoder
  @Conv2DTranspose(
      filters = 1,
      kernel = 4,
      stride = 2,
      padding = Padding.SAME,
      activation = Sigmoid.class)
  Layer pixels();
}
