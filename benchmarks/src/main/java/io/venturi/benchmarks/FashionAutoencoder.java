package io.venturi.benchmarks;

import io.venturi.annotation.Autoencoder;
import io.venturi.annotation.Bottleneck;
import io.venturi.annotation.Decoder;
import io.venturi.annotation.Dense;
import io.venturi.annotation.Encoder;
import io.venturi.annotation.Layer;
import io.venturi.kernel.Relu;
import io.venturi.kernel.Sigmoid;
import io.venturi.losses.MeanSquaredError;

/** The spec of the quickstart. */
@Autoencoder(input = 784)
@MeanSquaredError
public interface FashionAutoencoder {
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
