package io.venturi.samples.features;

import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;

/**
 * 784 pixels through a code of 32 numbers. A spec inherits the layers of its interfaces, so these
 * differ by what they say about training alone.
 */
public interface ImageLayers {
  @Encoder
  @Dense(units = 256, activation = Relu.class)
  Layer wide();

  @Encoder
  @Dense(units = 128, activation = Relu.class)
  Layer narrow();

  @Bottleneck
  @Dense(units = 32, activation = Relu.class)
  Layer code();

  @Decoder
  @Dense(units = 128, activation = Relu.class)
  Layer widen();

  @Decoder
  @Dense(units = 256, activation = Relu.class)
  Layer wider();

  @Decoder
  @Dense(units = 784, activation = Sigmoid.class)
  Layer pixels();
}
